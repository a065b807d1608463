package io.plumbline.load.chaos.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says whether what was promised of jobs held. It looks at what is left alone and runs nothing, so that each promise can be
 * tested by a history in which just that one is broken.
 *
 * <ul>
 *   <li>{@code lost}: each accepted submission has a job, and each job has ended
 *   <li>{@code doubled}: a submission has one job however often it was sent, and a job ends once
 *   <li>{@code illegal}: states follow each other as they may, attempts stay within their limit, fences rise
 *   <li>{@code result}: a completed job has each row once, as many as the question has; others have none
 *   <li>{@code gap}: a job's events are numbered without a gap, progress never falls, the last one tells the end
 *   <li>{@code topic}: the topic tells each event at least once, none that did not happen, and in order
 * </ul>
 */
public final class Checker {
    private static final Map<String, Rule> RULES = rules();

    private Checker() {}

    /** What is broken, by the names above; a promise that holds has an empty list. */
    public static Map<String, List<String>> check(History history) {
        Map<String, List<String>> verdict = new LinkedHashMap<>();
        RULES.forEach((name, rule) -> verdict.put(name, rule.broken(history)));
        return verdict;
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("lost", new NothingLost());
        rules.put("doubled", new NothingDoubled());
        rules.put("illegal", new LegalChanges());
        rules.put("result", new WholeResults());
        rules.put("gap", new NumberedEvents());
        rules.put("topic", new ToldByTopic());
        return rules;
    }
}
