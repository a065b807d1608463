package io.plumbline.translator.offline.link;

import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.time.DurationReader;
import io.plumbline.translator.offline.time.TimeReader;
import io.plumbline.translator.offline.vocabulary.Limit;
import io.plumbline.translator.offline.vocabulary.Meaning;
import io.plumbline.translator.offline.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Walks over the tokens and takes, at each place, the longest run that means something. */
public final class Linker {
    private static final Pattern ISSUE_KEY = Pattern.compile("[A-Z][A-Z0-9]+-\\d+");
    private static final Pattern SLASHED_DATE = Pattern.compile("\\d{1,4}[/.]\\d{1,2}[/.]\\d{2,4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** With more unknown words a question is no slip of the pen, and comparing them all would cost. */
    private static final int MOST_CORRECTIONS = 6;

    private final Vocabulary vocabulary;

    public Linker(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The items of a question, without its fillers. */
    public List<Item> link(List<Token> written, LocalDate today) {
        var tokens = corrected(written, today);
        var reading = new Reading(tokens, new TimeReader(tokens, today), new DurationReader(tokens));
        var items = new ArrayList<Item>();
        for (int i = 0; i < tokens.size(); ) {
            var item = itemAt(reading, i);
            if (!item.meanings().equals(List.of(new Meaning.Filler()))) {
                items.add(item);
            }
            i += item.tokens().size();
        }
        return List.copyOf(items);
    }

    private record Reading(List<Token> tokens, TimeReader times, DurationReader durations) {}

    private record Run(int next, Meaning meaning) {}

    private Item itemAt(Reading reading, int i) {
        var tokens = reading.tokens();
        var phrase = vocabulary.longest(tokens, i);
        var run = runAt(reading, i);
        if (run.next() - i > 0 && run.next() - i >= phrase.length()) {
            return new Item(i, tokens.subList(i, run.next()), List.of(run.meaning()));
        }
        if (phrase.length() > 0) {
            return new Item(i, tokens.subList(i, i + phrase.length()), phrase.meanings());
        }
        return new Item(i, tokens.subList(i, i + 1), List.of(single(tokens.get(i))));
    }

    private static Run runAt(Reading reading, int i) {
        var sprints = reading.durations().lastSprintsAt(i);
        if (sprints.isPresent()) {
            return new Run(
                    sprints.get().next(), new Meaning.LastSprints(sprints.get().value()));
        }
        var time = reading.times().at(i);
        if (time.isPresent()) {
            return new Run(time.get().next(), new Meaning.Time(time.get().reference()));
        }
        var days = reading.durations().daysAt(i);
        return days.map(count -> new Run(count.next(), new Meaning.Days(count.value())))
                .orElseGet(() -> new Run(i, new Meaning.Unknown()));
    }

    private static Meaning single(Token token) {
        if (NUMBER.matcher(token.folded()).matches()) {
            return new Meaning.Amount(Integer.parseInt(token.folded()));
        }
        if (ISSUE_KEY.matcher(token.surface()).matches()) {
            return new Meaning.Value("issue_key", token.surface(), false);
        }
        return SLASHED_DATE.matcher(token.folded()).matches()
                ? new Meaning.Beyond(Limit.DATE_FORMAT)
                : NumberWords.find(token).<Meaning>map(Meaning.Amount::new).orElseGet(Meaning.Unknown::new);
    }

    /** Replaces words that mean nothing by the known word they are a misspelling of. */
    private List<Token> corrected(List<Token> tokens, LocalDate today) {
        var known = new boolean[tokens.size()];
        var reading = new Reading(tokens, new TimeReader(tokens, today), new DurationReader(tokens));
        for (int i = 0; i < tokens.size(); ) {
            var item = itemAt(reading, i);
            if (item.find(Meaning.Unknown.class).isEmpty()) {
                known[i] = true;
            }
            i += item.tokens().size();
            for (int k = item.first(); k < i; k++) {
                known[k] = known[item.first()];
            }
        }
        long unknown = IntStream.range(0, known.length).filter(i -> !known[i]).count();
        return unknown > MOST_CORRECTIONS
                ? tokens
                : IntStream.range(0, known.length)
                        .mapToObj(i -> known[i] ? tokens.get(i) : corrected(tokens.get(i)))
                        .toList();
    }

    // A word that only differs in its ending is no misspelling; it is just not known in this place.
    private Token corrected(Token token) {
        return vocabulary
                .correct(token)
                .map(token::correctedTo)
                .filter(other -> !other.stem().equals(token.stem()))
                .orElse(token);
    }
}
