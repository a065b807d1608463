package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.link.Item;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges what no rule has taken. A word that would have changed what is counted makes the question unanswerable; a word
 * that may be chance only costs confidence and is named.
 */
final class LeftoverRule implements Rule {
    private static final Keyword[] LEADS = {
        Keyword.IN,
        Keyword.BY,
        Keyword.PER,
        Keyword.WITH,
        Keyword.WITHOUT,
        Keyword.NOT,
        Keyword.VERSUS,
        Keyword.HOW_MANY,
        Keyword.WHICH,
        Keyword.DID
    };
    private static final int TOO_MANY = 2;
    private static final int MOST_QUOTED = 5;

    @Override
    public void apply(Scan scan, Draft draft) {
        for (int i : scan.open(Meaning.Grouping.class)) {
            applyGrouping(scan, draft, i);
        }
        var unknown = scan.open(Meaning.Unknown.class);
        unknown.stream()
                .filter(i -> carriesMeaning(scan, i))
                .findFirst()
                .ifPresent(i -> draft.refuse(UnknownWord.reason(scan, i)));
        if (unknown.size() >= TOO_MANY) {
            draft.refuse(
                    "Too many words are unknown: " + quoted(scan, unknown) + ". Say it with the words of the catalog.");
        }
        unknown.forEach(i -> draft.note(quoted(scan, List.of(i)) + " is unknown and was left out", Draft.LEFT_OUT));
        scan.open(Meaning.Amount.class).forEach(i -> draft.refuse(unusable(scan, i)));
        scan.open(Meaning.Days.class).forEach(i -> draft.refuse(unusable(scan, i)));
        scan.open(Meaning.Unit.class).forEach(i -> draft.doubt(Draft.ASSUMED));
        scan.open(Keyword.NOT).forEach(i -> draft.refuse(negation(scan, i)));
        scan.open(Keyword.WITHOUT).forEach(i -> draft.refuse(negation(scan, i)));
        scan.open(Keyword.PER)
                .forEach(i -> draft.refuse("It is unclear what to group by after \"%s\"."
                        .formatted(scan.item(i).text())));
        for (int i = 0; i < scan.size(); i++) {
            if (scan.item(i).corrected()) {
                draft.note(correction(scan.item(i)), Draft.CORRECTED);
            }
        }
    }

    /** A dimension's name that belongs to nothing: several of them are groups, one is mere description. */
    private static void applyGrouping(Scan scan, Draft draft, int i) {
        var field = scan.find(i, Meaning.Grouping.class).orElseThrow().field();
        scan.take(i);
        boolean counted = scan.is(i - 1, Keyword.HOW_MANY);
        if (counted && !draft.orderedGroups().contains(field)) {
            draft.refuse("No metric counts %s as such. Ask for a metric by %s."
                    .formatted(scan.item(i).text(), scan.metrics().dimensionName(field)));
        } else if (scan.item(i).plural()
                && draft.lastSprints() == null
                && !draft.conditions().on(field)
                && !"sprint_name".equals(field)) {
            draft.groupBy(field);
            draft.doubt(Draft.ASSUMED);
        }
    }

    private static boolean carriesMeaning(Scan scan, int i) {
        boolean named = scan.means(i - 1, Meaning.Grouping.class) || scan.means(i + 1, Meaning.Grouping.class);
        boolean last = isJoint(scan, i - 1) && scan.means(i - 2, Meaning.Value.class);
        boolean first = isJoint(scan, i + 1) && scan.means(i + 2, Meaning.Value.class);
        boolean name =
                scan.item(i).first() > 0 && scan.item(i).tokens().getFirst().capitalised();
        return scan.isAny(i - 1, LEADS) || scan.means(i - 1, Meaning.Rollup.class) || named || first || last || name;
    }

    private static boolean isJoint(Scan scan, int i) {
        return scan.isAny(i, Keyword.AND, Keyword.OR, Keyword.COMMA);
    }

    private static String unusable(Scan scan, int i) {
        return "\"%s\" has no place in this question. Limits such as \"more than 10\" only work for how long issues are stuck."
                .formatted(scan.item(i).text());
    }

    private static String negation(Scan scan, int i) {
        return "It is unclear what \"%s\" leaves out. Name a value, for example \"not in PAY\"."
                .formatted(scan.item(i).text());
    }

    private static String quoted(Scan scan, List<Integer> places) {
        return places.stream()
                .limit(MOST_QUOTED)
                .map(i -> "\"" + scan.item(i).text() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String correction(Item item) {
        var read = item.tokens().stream().map(token -> token.folded()).collect(Collectors.joining(" "));
        return "\"%s\" was read as \"%s\"".formatted(item.text(), read);
    }
}
