package io.plumbline.jobs.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.jobs.progress.Stage;
import io.plumbline.jobs.result.PageWriter;
import io.plumbline.jobs.result.ResultPage;
import io.plumbline.spec.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings the rows of one attempt from query-service to the pages of its result. */
@ApplicationScoped
public class Worker {
    /** On top of the transactions' own limits. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String BROKEN = "The rows broke off before their end.";
    /** What means something only to who asked for the rows of one page. */
    private static final List<String> OF_A_CALL = List.of("next_cursor", "receipt", "cache_ttl", "result_hash");

    private final RowsClient client;
    private final EndRepository ends;

    Worker(RowsClient client, EndRepository ends) {
        this.client = client;
        this.ends = ends;
    }

    /**
     * Works until the job is completed.
     *
     * @return false where it could not be completed any more: its end is wanted, or somebody else has it
     * @throws AttemptException where the attempt failed
     * @throws FencedException where somebody else has the job
     * @throws StoppedException where the run was stopped
     */
    boolean work(Run run, String traceparent) throws InterruptedException {
        run.enter(Stage.QUERYING);
        try (Lines lines = client.open(run, traceparent)) {
            run.enter(Stage.READING);
            return read(run, lines);
        } catch (IOException e) {
            run.check();
            throw AttemptException.passing("rows_broken_off", BROKEN, Duration.ZERO, e);
        }
    }

    private boolean read(Run run, Lines lines) throws IOException {
        ObjectNode about = head(lines);
        PageWriter pages = new PageWriter();
        while (true) {
            byte[] line = lines.next();
            run.check();
            if (line == null) {
                throw new IOException("no end");
            }
            if (line[0] != '[') {
                about.set("end", end(line, pages));
                return complete(run, pages, about);
            }
            Optional<ResultPage> page = pages.add(line);
            if (page.isPresent()) {
                keep(run, page.get());
            }
            run.rows(pages.rows());
        }
    }

    private static ObjectNode head(Lines lines) throws IOException {
        byte[] line = lines.next();
        if (line == null || !(Json.mapper().readTree(line) instanceof ObjectNode head)) {
            throw new IOException("no head");
        }
        if (head.get("meta") instanceof ObjectNode meta) {
            meta.remove(OF_A_CALL);
        }
        return head;
    }

    /** What is told after the rows. */
    private static JsonNode end(byte[] line, PageWriter pages) throws IOException {
        JsonNode last = Json.mapper().readTree(line);
        if (last.has("problem")) {
            JsonNode problem = last.get("problem");
            throw Answers.of(problem.path("status").asInt(500), problem, Duration.ZERO);
        }
        if (last.at("/end/rows").asLong(-1) != pages.rows()) {
            throw new IOException("rows are missing");
        }
        return last.get("end");
    }

    private void keep(Run run, ResultPage page) {
        if (!await(ends.keep(run.claim(), page))) {
            throw new FencedException();
        }
    }

    private boolean complete(Run run, PageWriter pages, ObjectNode about) throws IOException {
        run.enter(Stage.SAVING);
        run.check();
        Optional<ResultPage> last = pages.last();
        var sum = new EndRepository.Sum(
                pages.rows(),
                pages.pages(),
                pages.bytes(),
                new JsonObject(Json.mapper().writeValueAsString(about)));
        return await(ends.complete(run.claim(), last, sum));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
