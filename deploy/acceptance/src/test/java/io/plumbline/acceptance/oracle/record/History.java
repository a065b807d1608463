package io.plumbline.acceptance.oracle.record;

import io.plumbline.acceptance.oracle.model.Span;
import io.plumbline.acceptance.oracle.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Builds the timeline of one field from its changelog items. */
final class History<T> {
    private final List<Item> items;
    private final Function<Item, T> before;
    private final Function<Item, T> after;

    History(List<Item> items, Function<Item, T> before, Function<Item, T> after) {
        this.items = items;
        this.before = before;
        this.after = after;
    }

    /** From the first old value, or from today's value where the field never changed. */
    Timeline<T> timeline(Instant created, T today) {
        T value = items.isEmpty() ? today : before.apply(items.getFirst());
        Instant from = created;
        List<Span<T>> spans = new ArrayList<>();
        for (Item item : items) {
            T next = after.apply(item);
            if (!Objects.equals(value, next)) {
                spans.add(new Span<>(value, from, item.at()));
                value = next;
                from = item.at();
            }
        }
        spans.add(new Span<>(value, from, null));
        return new Timeline<>(spans);
    }
}
