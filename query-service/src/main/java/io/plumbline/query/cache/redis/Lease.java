package io.plumbline.query.cache.redis;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;

/**
 * The right to make an answer that others wait for. It ends by itself soon after its holder does, and lasts as long as the
 * holder works.
 */
public final class Lease {
    private static final String RENEW = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            return 0""";
    private static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0""";
    private static final int RENEWALS = 3;

    private final RedisLink link;
    private final String key;
    private final String holder;
    private final Cancellable renewing;

    /** @param lasts without being renewed */
    Lease(RedisLink link, String key, String holder, Duration lasts) {
        this.link = link;
        this.key = key;
        this.holder = holder;
        this.renewing = Multi.createFrom()
                .ticks()
                .startingAfter(lasts.dividedBy(RENEWALS))
                .every(lasts.dividedBy(RENEWALS))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> link.send(script(RENEW).arg(lasts.toMillis())))
                .subscribe()
                .with(_ -> {});
    }

    /** Lets another one make it, or find it made. */
    public Uni<Void> release() {
        renewing.cancel();
        return link.send(script(RELEASE)).replaceWithVoid();
    }

    private Request script(String text) {
        return Request.cmd(Command.EVAL).arg(text).arg(1).arg(key).arg(holder);
    }
}
