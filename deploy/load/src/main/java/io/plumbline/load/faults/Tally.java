package io.plumbline.load.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the answers were, of all clients. */
final class Tally {
    private static final int SHOWN = 10;

    /**
     * An answer that was made anew.
     *
     * @param id of its request
     * @param at when it came, by {@link System#nanoTime}
     */
    record Made(String id, long at) {}

    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private long right;
    private long faulty;
    private long lastFresh = Long.MIN_VALUE;

    /** @param sent when it was asked for, by {@link System#nanoTime} */
    synchronized void add(Asker.Answer answer, long sent) {
        switch (answer.reply()) {
            case Reply.Right _ -> right++;
            case Reply.Declared(String code) -> refused.merge(code, 1, Integer::sum);
            case Reply.Wrong(String what) -> find("wrong rows: " + what);
            case Reply.Undeclared(String what) -> find(what);
        }
        if (answer.audited() != null) {
            made.add(new Made(answer.audited(), System.nanoTime()));
            if (answer.reply() instanceof Reply.Right) {
                lastFresh = Math.max(lastFresh, sent);
            }
        }
    }

    private void find(String finding) {
        faulty++;
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }

    /** When the last right answer that was made anew was asked for, by {@link System#nanoTime}. */
    synchronized long lastFresh() {
        return lastFresh;
    }

    synchronized long right() {
        return right;
    }

    /** How many were refused as clients are told to expect, by code. */
    synchronized Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }

    /** How many answers were wrong or no answers at all. */
    synchronized long faulty() {
        return faulty;
    }

    /** The first of those, in words. */
    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    /** The answers that were made anew. */
    List<Made> made() {
        return List.copyOf(made);
    }
}
