package io.plumbline.load.chaos;

import io.plumbline.load.chaos.check.Submitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What clients sent and were answered. */
final class Ledger {
    private static final int SHOWN = 20;

    private final String run;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicLong lastAccepted = new AtomicLong(Long.MIN_VALUE);
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private int found;

    /** @param run the beginning of all keys and labels of this run */
    Ledger(String run) {
        this.run = run;
    }

    /** A submission. */
    static final class Entry {
        private final String tenant;
        private final String key;
        private final String label;
        private final Set<UUID> answers = ConcurrentHashMap.newKeySet();
        private volatile boolean accepted;

        private Entry(String tenant, String key, String label) {
            this.tenant = tenant;
            this.key = key;
            this.label = label;
        }

        String tenant() {
            return tenant;
        }

        String key() {
            return key;
        }

        String label() {
            return label;
        }

        /** The jobs that answers named. */
        Set<UUID> answers() {
            return Set.copyOf(answers);
        }
    }

    /** A result that was read: how many rows it was said to have. */
    record Read(String tenant, String label, long rows) {}

    Entry begin(String tenant, Question question) {
        Entry entry = new Entry(tenant, run + "-" + numbers.incrementAndGet(), run + " " + question.name());
        entries.add(entry);
        return entry;
    }

    /** @param sent when it was sent, by {@link System#nanoTime} */
    void accepted(Entry entry, UUID job, long sent) {
        entry.answers.add(job);
        accepted(entry);
        lastAccepted.accumulateAndGet(sent, Math::max);
    }

    /** Confirmed without an answer. */
    void accepted(Entry entry) {
        synchronized (entry) {
            if (!entry.accepted) {
                entry.accepted = true;
                accepted.incrementAndGet();
            }
        }
    }

    void repeated() {
        repeated.incrementAndGet();
    }

    void read(Entry entry, long rows) {
        reads.add(new Read(entry.tenant, entry.label, rows));
    }

    synchronized void answered(String what) {
        answers.merge(what, 1, Integer::sum);
    }

    /** Something that no client should ever see. */
    synchronized void finding(String what) {
        found++;
        if (findings.size() < SHOWN) {
            findings.add(what);
        }
    }

    String run() {
        return run;
    }

    int acceptedCount() {
        return accepted.get();
    }

    int sentCount() {
        return numbers.get();
    }

    int repeatedCount() {
        return repeated.get();
    }

    /** When the last submission that was accepted by an answer was sent, by {@link System#nanoTime}. */
    long lastAccepted() {
        return lastAccepted.get();
    }

    synchronized Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** The first of them; all are counted by {@link #findingCount}. */
    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    synchronized int findingCount() {
        return found;
    }

    List<Read> reads() {
        return List.copyOf(reads);
    }

    /** The keys that must be there in the end. */
    Set<String> acceptedKeys() {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        entries.stream().filter(entry -> entry.accepted).forEach(entry -> keys.add(entry.key));
        return keys;
    }

    List<Submitted> submitted() {
        return entries.stream()
                .map(entry ->
                        new Submitted(entry.tenant, entry.key, entry.label, entry.accepted, Set.copyOf(entry.answers)))
                .toList();
    }
}
