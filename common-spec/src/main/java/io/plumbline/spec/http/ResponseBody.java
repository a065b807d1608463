package io.plumbline.spec.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** The body of a response whose status and headers are set. */
public final class ResponseBody {
    private final ResteasyReactiveRequestContext request;

    private ResponseBody(ResteasyReactiveRequestContext request) {
        this.request = request;
    }

    /** Takes the response over from the framework, until it is ended or cut off. */
    static ResponseBody of(ResteasyReactiveRequestContext request) {
        request.suspend();
        request.serverResponse().setChunked(true);
        return new ResponseBody(request);
    }

    /**
     * Ends when the caller has taken the piece.
     *
     * @param patience the longest that the caller may take nothing
     */
    public Uni<Void> write(byte[] piece, Duration patience) {
        if (piece.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> request.serverResponse().write(piece))
                .ifNoItem()
                .after(patience)
                .fail();
    }

    /** Does something where the caller goes before the document has ended. */
    public void whenGone(Runnable action) {
        request.unwrap(RoutingContext.class).addEndHandler(end -> {
            if (end.failed()) {
                action.run();
            }
        });
    }

    /** The document is whole. */
    public void end() {
        request.serverResponse().end();
        request.resume();
    }

    /** Leaves the document without an end, so that nobody takes it for whole. */
    public void cut() {
        // Not by a reset of the response: after it a graceful shutdown would wait for this request in vain.
        request.unwrap(RoutingContext.class).request().connection().close();
        request.resume();
    }
}
