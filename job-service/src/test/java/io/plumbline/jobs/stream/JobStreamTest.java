package io.plumbline.jobs.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.stream.RawStream.Event;
import io.plumbline.spec.event.Topics;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of a stream see, read off their sockets. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class JobStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Inject
    StreamHub hub;

    @Inject
    TicketSigner signer;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private final JobRows rows = new JobRows();

    @AfterEach
    void nobodyListens() throws InterruptedException {
        rows.close();
        awaitListeners(0);
    }

    @Test
    void tellsEverythingAndEnds() throws IOException {
        UUID job = rows.queued("tells");
        rows.start("tells", job);
        rows.progress("tells", job, 0.5);
        rows.end("tells", job, "completed");
        try (RawStream stream = watch("tells", job, 0)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("content-type")).startsWith("text/event-stream");
            assertThat(stream.header("cache-control")).isEqualTo("no-store");
            assertThat(stream.header("x-accel-buffering")).isEqualTo("no");
            assertThat(stream.header("content-encoding")).isNull();
            List<Event> events = all(stream);
            assertThat(events)
                    .extracting(Event::name)
                    .containsExactly("queued", "started", "progress", "completed", "end");
            assertThat(events).extracting(Event::id).containsExactly("1", "2", "3", "4", null);
            assertThat(events.get(2).data()).contains("\"progress\": 0.5", "\"stage\": \"reading\"");
            assertThat(events.getLast().data()).contains("\"state\": \"completed\"", "\"progress\": 1");
        }
    }

    @Test
    void goesOnAfterForcedDisconnectsAtAnyByteWithoutGapOrDuplicate() throws Exception {
        UUID job = rows.queued("broken");
        rows.start("broken", job);
        CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> {
            try (JobRows own = new JobRows()) {
                for (int i = 1; i < 1_000; i++) {
                    own.progress("broken", job, i / 1_000.0);
                }
                own.end("broken", job, "completed");
            }
        });
        Random chance = new Random(5);
        List<Long> ids = new ArrayList<>();
        int disconnects = 0;
        boolean ended = false;
        while (!ended) {
            long last = ids.isEmpty() ? 0 : ids.getLast();
            try (RawStream stream = watch("broken", job, last)) {
                if (stream.status() == 204) {
                    break;
                }
                stream.breakAfter(chance.nextInt(700));
                for (Optional<Event> event = stream.next(); event.isPresent() && !ended; event = stream.next()) {
                    if (event.get().id() != null) {
                        ids.add(Long.parseLong(event.get().id()));
                    }
                    ended = "end".equals(event.get().name());
                }
                disconnects++;
            }
        }
        worker.get();
        assertThat(ids)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_002).boxed().toList());
        assertThat(disconnects).isGreaterThan(300);
    }

    @Test
    void repeatsTheProgressInSilence() throws IOException {
        UUID job = rows.queued("silent");
        try (RawStream stream = watch("silent", job, 0)) {
            stream.until("queued");
            for (int i = 0; i < 3; i++) {
                long from = System.nanoTime();
                Event event = stream.next().orElseThrow();
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
                assertThat(event.name()).isEqualTo("progress");
                assertThat(event.id()).isNull();
                assertThat(event.data()).contains("\"state\": \"queued\"");
            }
        }
    }

    @Test
    void tellsWithoutKafkaAndSoonerWithIt() throws Exception {
        UUID job = rows.queued("quick");
        rows.start("quick", job);
        try (RawStream stream = watch("quick", job, 1)) {
            stream.until("started");
            assertThat(timeToNextId(stream, job, () -> {})).isLessThan(PATIENCE);
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                    new StringSerializer(),
                    new StringSerializer())) {
                String hint = "{\"schema\":1,\"tenant_id\":\"quick\",\"job_id\":\"" + job + "\",\"seq\":3}";
                Runnable tell = () -> {
                    var unused = producer.send(new ProducerRecord<>(Topics.JOBS_PROGRESS, "quick", hint));
                };
                timeToNextId(stream, job, tell);
                Duration best = Duration.ofSeconds(9);
                for (int i = 0; i < 10; i++) {
                    Duration took = timeToNextId(stream, job, tell);
                    assertThat(took).isLessThan(PATIENCE);
                    best = took.compareTo(best) < 0 ? took : best;
                }
                assertThat(best).isLessThan(Duration.ofMillis(500));
            }
        }
    }

    @Test
    void aReaderThatTakesNothingIsLetGoAndHurtsNobody() throws Exception {
        UUID job = rows.queued("slow");
        rows.start("slow", job);
        for (int i = 1; i < 600; i++) {
            rows.progress("slow", job, i / 1_000.0);
        }
        try (Socket stopped = new Socket()) {
            stopped.setReceiveBufferSize(2_048);
            stopped.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), RestAssured.port));
            RawStream.send(stopped, path(job), authorization("slow"));
            awaitListeners(1);
            long from = System.nanoTime();
            try (RawStream reader = watch("slow", job, 0)) {
                for (int i = 0; i < 600; i++) {
                    assertThat(reader.next().orElseThrow().id()).isEqualTo(Integer.toString(i + 1));
                }
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(15));
            }
            awaitListeners(0);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
            stopped.setSoTimeout(5_000);
            assertThat(isClosed(stopped)).isTrue();
        }
    }

    @Test
    void aThousandComingsAndGoingsLeaveNobodyAndNoComplaint() throws Exception {
        UUID job = rows.queued("churn");
        Semaphore atOnce = new Semaphore(20);
        try (Complaints complaints = new Complaints()) {
            comeAndGo(job, atOnce);
            awaitListeners(0);
            assertThat(complaints.texts()).isEmpty();
        }
        given().get(metrics).then().statusCode(200).body(containsString("plumbline_jobs_streams 0.0"));
    }

    private void comeAndGo(UUID job, Semaphore atOnce) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            String token = authorization("churn");
            for (int i = 0; i < 1_000; i++) {
                int one = i;
                atOnce.acquire();
                all.add(CompletableFuture.runAsync(() -> churn(job, token, one), clients)
                        .whenComplete((_, _) -> atOnce.release()));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        }
    }

    @Test
    void speaksHttp2Too() throws Exception {
        UUID job = rows.queued("two");
        rows.end("two", job, "failed");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path(job)))
                    .header("Authorization", "Bearer " + TestTokens.viewer("two"))
                    .build();
            HttpResponse<String> stream = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(stream.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(stream.body()).contains("id:1\n", "event:failed\n").endsWith("\n\n");
        }
    }

    @Test
    void asksForANewTokenWhenTheOldOneExpires() throws IOException {
        UUID job = rows.queued("expires");
        String token =
                TestTokens.with("expires", "exp", Instant.now().plusSeconds(3).getEpochSecond());
        try (RawStream stream = new RawStream(RestAssured.port, path(job), "Authorization: Bearer " + token)) {
            long from = System.nanoTime();
            assertThat(all(stream).getLast().name()).isEqualTo("reauth");
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
        }
    }

    @Test
    void whoHasEverythingOfAJobThatIsOverNeedNotComeBack() throws IOException {
        UUID job = rows.queued("over");
        rows.end("over", job, "cancelled");
        try (RawStream stream = watch("over", job, 2)) {
            assertThat(stream.status()).isEqualTo(204);
        }
        try (RawStream stream = watch("over", job, 1)) {
            assertThat(all(stream)).extracting(Event::name).containsExactly("cancelled", "end");
        }
        try (RawStream stream =
                new RawStream(RestAssured.port, path(job) + "?last_event_id=1", authorization("over"))) {
            assertThat(all(stream)).extracting(Event::id).containsExactly("2", null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void refusesALastEventThatIsNone(String last) {
        UUID job = rows.queued("refused");
        caller(TestTokens.viewer("refused"))
                .header("Last-Event-ID", last)
                .get(path(job))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/last_event_id"));
    }

    @Test
    void answersForeignAndUnknownJobsAlike() {
        UUID job = rows.queued("owner");
        String foreign = caller(TestTokens.admin("other"))
                .get(path(job))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .path("detail");
        for (String id : new String[] {UUID.randomUUID().toString(), "17"}) {
            caller(TestTokens.admin("other"))
                    .get("/analytics/jobs/" + id + "/stream")
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo(foreign));
        }
        caller(TestTokens.admin("other")).post(path(job) + "-ticket").then().statusCode(404);
        given().get(path(job)).then().statusCode(401);
        given().post(path(job) + "-ticket").then().statusCode(401);
        caller(TestTokens.withoutRole("owner")).get(path(job)).then().statusCode(403);
        caller(TestTokens.expired("owner")).get(path(job)).then().statusCode(401);
    }

    @Test
    void aTicketOpensItsStreamOnce() throws IOException {
        UUID job = rows.queued("ticket");
        rows.end("ticket", job, "failed");
        String ticket = caller(TestTokens.viewer("ticket"))
                .post(path(job) + "-ticket")
                .then()
                .statusCode(200)
                .body("data.expires_in", equalTo(60))
                .extract()
                .path("data.ticket");
        try (RawStream stream = new RawStream(RestAssured.port, path(job) + "?ticket=" + ticket)) {
            assertThat(all(stream)).extracting(Event::name).containsExactly("queued", "failed", "end");
        }
        given().get(path(job) + "?ticket=" + ticket)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
        assertThat(rows.count("SELECT count(*) FROM jobs.used_tickets WHERE tenant_id = 'ticket'"))
                .isOne();
    }

    @Test
    void aTicketOpensNothingElse() {
        UUID job = rows.queued("mine");
        UUID other = rows.queued("mine");
        UUID foreign = rows.queued("theirs");
        Ticket ticket = new Ticket(
                UUID.randomUUID(),
                new Tenant("mine"),
                "ana",
                job,
                Instant.now().plusSeconds(60),
                Instant.now().plusSeconds(600));
        String good = signer.text(ticket);
        refused(other, good);
        refused(foreign, good);
        refused(job, good.substring(0, good.length() - 1) + (good.endsWith("A") ? "E" : "A"));
        refused(job, good.replace(".", ""));
        refused(job, "");
        refused(job, "..");
        refused(
                job,
                signer.text(new Ticket(
                        UUID.randomUUID(), ticket.tenant(), "ana", job, Instant.now(), ticket.tokenExpiresAt())));
        given().get(path(job) + "?ticket="
                        + signer.text(new Ticket(
                                UUID.randomUUID(),
                                new Tenant("theirs"),
                                "ana",
                                job,
                                ticket.expiresAt(),
                                ticket.tokenExpiresAt())))
                .then()
                .statusCode(404);
    }

    private static void refused(UUID job, String ticket) {
        given().queryParam("ticket", ticket)
                .get(path(job))
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthorized"));
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private void churn(UUID job, String token, int one) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), RestAssured.port)) {
            if (one % 3 == 0) {
                socket.setSoLinger(true, 0);
            }
            RawStream.send(socket, path(job), token);
            if (one % 2 == 0) {
                socket.getInputStream().readNBytes(one % 300);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration timeToNextId(RawStream stream, UUID job, Runnable tell) throws IOException {
        rows.progress("quick", job, 0.5);
        long from = System.nanoTime();
        tell.run();
        while (stream.next().orElseThrow().id() == null) {
            // a repetition of the progress
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void awaitListeners(int count) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (hub.open() != count && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(hub.open()).isEqualTo(count);
    }

    private static List<Event> all(RawStream stream) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = stream.next(); event.isPresent(); event = stream.next()) {
            events.add(event.get());
        }
        return events;
    }

    private static RawStream watch(String tenant, UUID job, long after) throws IOException {
        return new RawStream(
                RestAssured.port, path(job), authorization(tenant), "Last-Event-ID: " + (after == 0 ? "" : after));
    }

    private static String authorization(String tenant) {
        return "Authorization: Bearer " + TestTokens.viewer(tenant);
    }

    private static RequestSpecification caller(String token) {
        return given().auth().oauth2(token);
    }

    private static String path(UUID job) {
        return "/analytics/jobs/" + job + "/stream";
    }
}
