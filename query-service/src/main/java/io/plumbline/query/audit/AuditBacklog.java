package io.plumbline.query.audit;

import io.plumbline.spec.tenant.Tenant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits to be written, bounded: the oldest gives way. */
final class AuditBacklog {
    /** Enough that a database that was away is soon caught up with, few enough for one statement. */
    private static final int MOST_AT_ONCE = 2_000;

    private final int most;
    private final Deque<AuditRecord> waiting = new ArrayDeque<>();

    AuditBacklog(int most) {
        this.most = most;
    }

    /** What is to be written of one tenant. */
    record Share(Tenant tenant, List<CacheHit> hits, List<AuditOutcome> outcomes) {}

    /** Says how many had to give way. */
    synchronized int add(AuditRecord added) {
        waiting.addLast(added);
        if (waiting.size() <= most) {
            return 0;
        }
        waiting.removeFirst();
        return 1;
    }

    /** What waits longest, by tenant; it waits no longer. */
    synchronized List<Share> take() {
        Map<Tenant, Share> shares = new LinkedHashMap<>();
        for (int i = 0; i < MOST_AT_ONCE && !waiting.isEmpty(); i++) {
            AuditRecord next = waiting.removeFirst();
            Share share = shares.computeIfAbsent(
                    next.entry().caller().tenant(), tenant -> new Share(tenant, new ArrayList<>(), new ArrayList<>()));
            switch (next) {
                case CacheHit hit -> share.hits().add(hit);
                case AuditOutcome outcome -> share.outcomes().add(outcome);
            }
        }
        return List.copyOf(shares.values());
    }

    /** Lets a share wait again, before all others. Says how much of it had to give way. */
    synchronized int putBack(Share share) {
        int room = Math.max(0, most - waiting.size());
        List<AuditRecord> all = new ArrayList<>(share.hits());
        all.addAll(share.outcomes());
        all.stream().limit(room).forEach(waiting::addFirst);
        return Math.max(0, all.size() - room);
    }
}
