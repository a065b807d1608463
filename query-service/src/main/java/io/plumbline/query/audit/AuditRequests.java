package io.plumbline.query.audit;

import io.plumbline.query.retention.TimedIds;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the parameters of a request for the audit; every fault found is told at once. */
final class AuditRequests {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final UUID EVERYTHING = new UUID(-1L, -1L);

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * The filter that the parameters make; null where one is not given.
     *
     * @throws ProblemException (400) that names each parameter that is wrong
     */
    AuditFilter read(
            String user, String outcome, String from, String to, String specHash, String before, String limit) {
        UUID first = id("from", from, new UUID(0, 0), AuditRequests::first);
        UUID end = id("to", to, EVERYTHING, AuditRequests::first);
        UUID cursor = id("before", before, EVERYTHING, AuditRequests::cursor);
        if (outcome != null && !Outcome.wireNames().contains(outcome)) {
            String message = "`outcome` is one of " + String.join(", ", Outcome.wireNames()) + ".";
            errors.add(new FieldError("/outcome", "unknown_outcome", message, Outcome.wireNames(), null));
        }
        if (specHash != null && !HASH.matcher(specHash).matches()) {
            errors.add(FieldError.of(
                    "/spec_hash",
                    "invalid_hash",
                    "`spec_hash` has 64 digits, 0-9 and a-f, as `meta.spec_hash` tells it."));
        }
        int size = size(limit);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, errors.getFirst().message(), errors);
        }
        return new AuditFilter(first, least(end, cursor), user, outcome, specHash, size);
    }

    private int size(String text) {
        if (text == null) {
            return USUAL;
        }
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        errors.add(FieldError.of("/limit", "out_of_range", "`limit` is a number from 1 to %d.".formatted(MOST)));
        return USUAL;
    }

    private UUID id(String name, String text, UUID otherwise, Function<String, UUID> reader) {
        if (text == null) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeParseException e) {
            errors.add(FieldError.of(
                    "/" + name, "invalid_instant", "`%s` is an instant such as 2026-07-01T08:00:00Z.".formatted(name)));
        } catch (IllegalArgumentException e) {
            errors.add(
                    FieldError.of("/" + name, "invalid_id", "`%s` is the `next` of the page before.".formatted(name)));
        }
        return otherwise;
    }

    private static UUID first(String text) {
        return TimedIds.first(Instant.parse(text));
    }

    private static UUID cursor(String text) {
        return TimedIds.read(text).orElseThrow(IllegalArgumentException::new);
    }

    /** By their unsigned bytes, as the database compares them. */
    private static UUID least(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        int order = high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        return order <= 0 ? a : b;
    }
}
