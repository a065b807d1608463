package io.plumbline.translator.offline.read;

import io.plumbline.translator.Values;
import io.plumbline.translator.offline.Metrics;
import io.plumbline.translator.offline.link.Item;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A question's items, and which of them the rules have taken so far. */
final class Scan {
    private final List<Token> tokens;
    private final List<Item> items;
    private final LocalDate today;
    private final Values values;
    private final Metrics metrics;
    private final BitSet taken = new BitSet();

    Scan(List<Token> tokens, List<Item> items, LocalDate today, Values values, Metrics metrics) {
        this.tokens = tokens;
        this.items = items;
        this.today = today;
        this.values = values;
        this.metrics = metrics;
    }

    int size() {
        return items.size();
    }

    LocalDate today() {
        return today;
    }

    Values values() {
        return values;
    }

    Metrics metrics() {
        return metrics;
    }

    List<Token> tokens() {
        return tokens;
    }

    Item item(int i) {
        return items.get(i);
    }

    boolean within(int i) {
        return i >= 0 && i < items.size();
    }

    boolean is(int i, Keyword keyword) {
        return within(i) && items.get(i).is(keyword);
    }

    boolean isAny(int i, Keyword... keywords) {
        for (var keyword : keywords) {
            if (is(i, keyword)) {
                return true;
            }
        }
        return false;
    }

    /** The meaning of a kind that an item has; empty also outside the question. */
    <M extends Meaning> Optional<M> find(int i, Class<M> kind) {
        return within(i) ? items.get(i).find(kind) : Optional.empty();
    }

    boolean means(int i, Class<? extends Meaning> kind) {
        return find(i, kind).isPresent();
    }

    void take(int i) {
        taken.set(i);
    }

    boolean free(int i) {
        return within(i) && !taken.get(i);
    }

    /** The places that no rule has taken. */
    List<Integer> open() {
        return IntStream.range(0, items.size()).filter(this::free).boxed().toList();
    }

    /** The free places of a keyword. */
    List<Integer> open(Keyword keyword) {
        return open().stream().filter(i -> is(i, keyword)).toList();
    }

    /** The free places of a kind of meaning. */
    List<Integer> open(Class<? extends Meaning> kind) {
        return open().stream().filter(i -> means(i, kind)).toList();
    }

    /** Whether a keyword stands anywhere, taken or not. */
    boolean holds(Keyword keyword) {
        return IntStream.range(0, items.size()).anyMatch(i -> is(i, keyword));
    }

    /** Takes every item of a keyword; whether there was one that was free. */
    boolean takeAll(Keyword keyword) {
        var places = open(keyword);
        places.forEach(this::take);
        return !places.isEmpty();
    }
}
