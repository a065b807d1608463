package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.client.JobEvent;
import io.plumbline.local.client.Jobs;
import io.plumbline.local.state.StackException;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Progress;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows how a job comes along, and what came of it. */
final class JobScreen {
    private static final int SHOWN = 50;

    private final Jobs jobs;
    private final Terminal terminal;

    JobScreen(Jobs jobs, Terminal terminal) {
        this.jobs = jobs;
        this.terminal = terminal;
    }

    /** What a person does next. */
    void hint(JsonNode job) {
        String id = job.path("id").asText();
        if (job.path("deduplicated").asBoolean()) {
            terminal.err().println("The same spec is under way already: it is job " + id + ".");
        }
        terminal.err().println(terminal.faint("It goes on by itself: ./plumbline jobs follow " + id));
    }

    /** Watches it with a bar, then hands on its rows. Says by the exit code whether it was completed. */
    int toItsEnd(String id, AnswerForm form, boolean json) throws InterruptedException {
        JsonNode job = watch(id);
        if (!"completed".equals(job.path("state").asText())) {
            tell(job);
            if (json) {
                terminal.out().println(job.toPrettyString());
            }
            return ExitCode.FAILED;
        }
        if (form.isAskedFor()) {
            hand(id, form);
        } else if (json) {
            terminal.out().println(job.toPrettyString());
        } else {
            rows(id, 1, SHOWN);
        }
        return ExitCode.OK;
    }

    /** The first rows, or a page of them, as a table. */
    void rows(String id, int page, int size) {
        JsonNode answer = jobs.page(id, page, size);
        Results.print(answer.path("data"), answer.path("meta"), terminal);
        int shown = answer.at("/data/results").size();
        long total = answer.at("/data/total").asLong(shown);
        if ((long) page * size < total) {
            terminal.out()
                    .println(terminal.faint(
                            "There are more: ./plumbline jobs result %s --page %d, or --format csv -o FILE"
                                    .formatted(id, page + 1)));
        }
    }

    /** The whole result, in a form. */
    void hand(String id, AnswerForm form) {
        Optional<Path> file = form.file();
        if (file.isPresent()) {
            jobs.write(id, form.mediaType(), file.get());
            terminal.err().println("The rows are in " + file.get() + ".");
            return;
        }
        try (InputStream rows = jobs.result(id, form.mediaType())) {
            terminal.out().print(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
            terminal.out().flush();
        } catch (IOException e) {
            throw new StackException("The result broke off before its end.", "Run the command again.", e);
        }
    }

    private JsonNode watch(String id) throws InterruptedException {
        Progress progress = new Progress(terminal);
        JsonNode job = jobs.follow(id, event -> show(progress, event));
        progress.clear();
        return job;
    }

    private static void show(Progress progress, JobEvent event) {
        switch (event.name()) {
            case "retrying" -> progress.line("It broke off and is tried again.");
            case "released" -> progress.line("Its worker ends; another one takes it.");
            default -> progress.show(label(event.data()), event.progress());
        }
    }

    static String label(JsonNode data) {
        StringBuilder label = new StringBuilder(data.path("stage").asText("queued"));
        long rows = data.path("rows").asLong();
        if (rows > 0) {
            label.append(String.format(Locale.ROOT, ", %,d rows", rows));
        }
        if (data.path("eta_ms").asLong() > 0) {
            label.append(", about ").append(time(data.path("eta_ms").asLong())).append(" left");
        }
        return label.toString();
    }

    private void tell(JsonNode job) {
        String state = job.path("state").asText();
        String reason = job.at("/error/detail").asText("");
        terminal.err()
                .println(terminal.red("The job " + (state.equals("failed") ? "failed" : "was " + state) + ".")
                        + (reason.isEmpty() ? "" : " " + Cells.text(job.at("/error/detail"))));
    }

    private static String time(long millis) {
        Duration time = Duration.ofMillis(millis);
        return time.toMinutes() > 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : Math.max(1, time.toSeconds()) + " s";
    }
}
