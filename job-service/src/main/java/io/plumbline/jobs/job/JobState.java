package io.plumbline.jobs.job;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a job stands. Each state offers the states that may come next and no others; the database's trigger refuses the same
 * (a test holds the two together).
 */
public sealed interface JobState {
    /** Waits for a worker. */
    record Queued() implements JobState {
        public Running claim() {
            return new Running();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        public Failed fail() {
            return new Failed();
        }
    }

    /** A worker has it, or had it and its lease is not over yet. */
    record Running() implements JobState {
        public Completed complete() {
            return new Completed();
        }

        public Failed fail() {
            return new Failed();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        /** Back to those that wait: released, taken over, or to be tried again. */
        public Queued release() {
            return new Queued();
        }
    }

    /** Its result is there. */
    record Completed() implements JobState {}

    /** It ended without a result. */
    record Failed() implements JobState {}

    /** It was ended on somebody's wish. */
    record Cancelled() implements JobState {}

    /** As the row and the API name it. */
    default String column() {
        return switch (this) {
            case Queued _ -> "queued";
            case Running _ -> "running";
            case Completed _ -> "completed";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    /** The states that may follow; none after an end. */
    default Set<JobState> next() {
        return switch (this) {
            case Queued queued -> Set.of(queued.claim(), queued.cancel(), queued.fail());
            case Running running -> Set.of(running.complete(), running.fail(), running.cancel(), running.release());
            case Completed _, Failed _, Cancelled _ -> Set.of();
        };
    }

    /** Whether nothing can follow. */
    default boolean isFinal() {
        return next().isEmpty();
    }

    /**
     * The state of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    static JobState of(String column) {
        return switch (column.toLowerCase(Locale.ROOT)) {
            case "queued" -> new Queued();
            case "running" -> new Running();
            case "completed" -> new Completed();
            case "failed" -> new Failed();
            case "cancelled" -> new Cancelled();
            default -> throw new IllegalArgumentException("no state of a job: " + column);
        };
    }

    /** All of them, in the order of a job's life. */
    static List<JobState> all() {
        return List.of(new Queued(), new Running(), new Completed(), new Failed(), new Cancelled());
    }

    /** Their names. */
    static List<String> names() {
        return all().stream().map(JobState::column).toList();
    }

    /** Every legal change, as {@code from to}. */
    static Set<String> changes() {
        return all().stream()
                .flatMap(from -> from.next().stream().map(to -> from.column() + " " + to.column()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
