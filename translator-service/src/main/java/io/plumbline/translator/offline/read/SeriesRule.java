package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;

/** Reads that a course over time is asked for ("trend", "over time", "is it getting better"), and the last sprints. */
final class SeriesRule implements Rule {

    @Override
    public void apply(Scan scan, Draft draft) {
        for (int i : scan.open(Meaning.LastSprints.class)) {
            draft.setLastSprints(
                    scan.find(i, Meaning.LastSprints.class).orElseThrow().count());
            scan.take(i);
        }
        boolean trend = scan.takeAll(Keyword.TREND);
        boolean improvement = scan.takeAll(Keyword.IMPROVE);
        boolean course = trend || (improvement && draft.orderedGroups().isEmpty() && draft.ranking() == null);
        if (course && draft.comparison() == null && draft.lastSprints() == null && !isBySprint(draft)) {
            draft.addSeries(null);
        }
    }

    // A row for each sprint is a course over time already.
    private static boolean isBySprint(Draft draft) {
        return draft.orderedGroups().contains("sprint_name");
    }
}
