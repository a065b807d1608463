package io.plumbline.load.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.load.chaos.Api.Answer;
import io.plumbline.load.chaos.check.Heard;
import io.plumbline.load.chaos.check.History;
import io.plumbline.load.chaos.check.JobKey;
import io.plumbline.load.chaos.check.JobRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Gathers all that is left of a run. */
final class Collector {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ASKERS = 4;
    private static final int TRIES = 5;

    private final Scene scene;

    Collector(Scene scene) {
        this.scene = scene;
    }

    History collect() throws Exception {
        try (Connection connection = scene.stack().superuser()) {
            Store store = new Store(connection, scene.ledger().run());
            List<JobRow> jobs = store.jobs();
            Set<JobKey> ours = jobs.stream().map(JobRow::key).collect(Collectors.toSet());
            return new History(
                    scene.ledger().submitted(),
                    store.keys(),
                    jobs,
                    store.changes(),
                    store.told(),
                    heard(ours),
                    store.pages(),
                    expected(jobs));
        } catch (SQLException e) {
            throw new IOException("The tables can't be read: " + e.getMessage(), e);
        }
    }

    /** Why the product refused submissions of this run that came by the topic. */
    List<String> deadLetters() {
        return scene
                .topics()
                .all(
                        Topics.DEAD,
                        message -> Topics.header(message, Topics.KEY_HEADER)
                                .startsWith(scene.ledger().run() + "-"))
                .stream()
                .map(message ->
                        Topics.header(message, Topics.KEY_HEADER) + ": " + Topics.header(message, "dead-letter-reason"))
                .toList();
    }

    private List<Heard> heard(Set<JobKey> ours) {
        return scene.topics().all(Topics.PROGRESS, _ -> true).stream()
                .map(Collector::heard)
                .filter(event -> ours.contains(event.job()))
                .toList();
    }

    private static Heard heard(ConsumerRecord<String, byte[]> message) {
        try {
            JsonNode event = JSON.readTree(message.value());
            return new Heard(
                    new JobKey(
                            event.path("tenant_id").asText(),
                            UUID.fromString(event.path("job_id").asText())),
                    event.path("seq").asLong(),
                    event.path("kind").asText(),
                    Topics.header(message, "event-id"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows {@code run} finds for what was completed. */
    private Map<String, Long> expected(List<JobRow> jobs) throws Exception {
        Map<String, Question> questions = scene.questions().all().stream()
                .collect(Collectors.toMap(
                        question -> scene.ledger().run() + " " + question.name(), question -> question));
        Map<String, Long> rows = new ConcurrentHashMap<>();
        try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            List<Future<?>> asked = jobs.stream()
                    .filter(job -> job.state().equals("completed"))
                    .map(job -> History.of(job.key().tenant(), job.label()))
                    .distinct()
                    .<Future<?>>map(place -> askers.submit(() -> {
                        String[] parts = place.split(" ", 2);
                        rows.put(place, rows(parts[0], questions.get(parts[1])));
                        return null;
                    }))
                    .toList();
            for (Future<?> one : asked) {
                one.get();
            }
        }
        return rows;
    }

    private long rows(String tenant, Question question) throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            Answer answer = scene.api().run(tenant, question.spec().replace("\"limit\":50000", "\"limit\":1000"));
            if (answer.status() == 200) {
                return answer.data().path("total").asLong();
            }
            if (i == TRIES) {
                throw new IOException("run answers " + answer.status() + " to " + question.name());
            }
            Thread.sleep(1_000);
        }
    }
}
