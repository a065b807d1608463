package io.plumbline.local.gateway;

import io.plumbline.spec.trace.TraceFile;
import io.plumbline.spec.trace.TraceSpan;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Begins the trace of each request, or goes on with its caller's, and writes the gateway's own part of those that are kept. */
public final class Traces {
    private static final String SERVICE = "gateway";
    /** Kept in a second: each request of a person, and of a load test enough to look at. */
    private static final int MOST_PER_SECOND = 20;

    private final Optional<TraceFile> file;
    private long second;
    private int kept;

    private Traces(Optional<TraceFile> file) {
        this.file = file;
    }

    /** Traces that are kept in a folder. */
    public static Traces in(Path folder) {
        return new Traces(Optional.of(new TraceFile(folder, SERVICE)));
    }

    /** Traces that are begun and not kept. */
    public static Traces none() {
        return new Traces(Optional.empty());
    }

    /** Gives what is to be done when the answer is sent. */
    Runnable begin(HttpServerRequest request) {
        Optional<TraceParent> parent = TraceParent.of(request);
        TraceParent own = new TraceParent(
                parent.map(TraceParent::traceId).orElseGet(() -> random(Long.BYTES * 2)), random(Long.BYTES), keeps());
        request.headers().set(TraceParent.HEADER, own.toString());
        if (!own.kept()) {
            return () -> {};
        }
        long start = now();
        return () -> write(span(request, own, parent.map(TraceParent::spanId).orElse(""), start));
    }

    private TraceSpan span(HttpServerRequest request, TraceParent own, String parentId, long start) {
        int status = request.response().getStatusCode();
        return new TraceSpan(
                own.traceId(),
                own.spanId(),
                parentId,
                request.method() + " " + request.path(),
                SERVICE,
                start,
                now(),
                Map.of(
                        "request_id",
                        request.getHeader(RequestId.HEADER),
                        "http.response.status_code",
                        Integer.toString(status)),
                status >= 500);
    }

    /** Away from the event loop, which has others to serve. */
    private void write(TraceSpan span) {
        file.ifPresent(target -> Thread.ofVirtual().start(() -> target.append(List.of(span))));
    }

    private synchronized boolean keeps() {
        long present = Instant.now().getEpochSecond();
        if (present != second) {
            second = present;
            kept = 0;
        }
        return file.isPresent() && kept++ < MOST_PER_SECOND;
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        // An id of zeros alone is none.
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }
}
