package io.plumbline.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A stream that fails once more than a limit has passed. */
final class CountedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final BodyLimit limit;
    private Handler<Throwable> failed = failure -> {};
    private long count;
    private boolean exceeded;

    CountedBody(ReadStream<Buffer> source, BodyLimit limit) {
        this.source = source;
        this.limit = limit;
    }

    /** The body was longer than allowed. */
    static final class Exceeded extends RuntimeException {
        Exceeded() {
            super("body too large", null, false, false);
        }
    }

    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        count += buffer.length();
        if (count <= limit.bytes()) {
            handler.handle(buffer);
        } else if (!exceeded) {
            exceeded = true;
            failed.handle(new Exceeded());
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        if (handler != null) {
            failed = handler;
        }
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!exceeded) {
                                handler.handle(null);
                            }
                        });
        return this;
    }
}
