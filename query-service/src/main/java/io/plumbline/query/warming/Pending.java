package io.plumbline.query.warming;

import io.plumbline.spec.tenant.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tenants that wait for their turn: it comes when nothing changed for a while, or when changes go on for too long. */
final class Pending {
    /** In delays: how long a turn is put off by further changes. */
    private static final int PATIENCE = 10;
    /** More tenants than that do not wait: their answers are made when they are asked. */
    private static final int MOST = 1_000;

    private final long delay;
    private final Map<Tenant, Turn> turns = new HashMap<>();

    /** @param latest after which the turn comes whatever changes, by {@link System#nanoTime} */
    private record Turn(long due, long latest) {}

    Pending(Duration delay) {
        this.delay = delay.toNanos();
    }

    synchronized void add(Tenant tenant, long now) {
        Turn before = turns.get(tenant);
        if (before != null) {
            turns.put(tenant, new Turn(Math.min(now + delay, before.latest()), before.latest()));
        } else if (turns.size() < MOST) {
            turns.put(tenant, new Turn(now + delay, now + PATIENCE * delay));
        }
    }

    synchronized boolean has(Tenant tenant) {
        return turns.containsKey(tenant);
    }

    /** One whose turn it is; it no longer waits. */
    synchronized Optional<Tenant> take(long now) {
        Optional<Tenant> next = turns.entrySet().stream()
                .filter(turn -> turn.getValue().due() - now <= 0)
                .map(Map.Entry::getKey)
                .findAny();
        next.ifPresent(turns::remove);
        return next;
    }
}
