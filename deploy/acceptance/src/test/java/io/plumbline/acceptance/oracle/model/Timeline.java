package io.plumbline.acceptance.oracle.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of one field of one issue, in order, without gaps, from creation on. Spans without length are kept. */
public record Timeline<T>(List<Span<T>> spans) {
    public Timeline {
        spans = List.copyOf(spans);
    }

    /** The value after all changes of an instant; empty before creation and after deletion. */
    public Optional<Span<T>> at(Instant t) {
        return spans.stream().filter(s -> s.holdsAt(t)).findFirst();
    }

    /** The value before the changes of an instant. */
    public Optional<Span<T>> justBefore(Instant t) {
        return spans.stream().filter(s -> s.holdsJustBefore(t)).findFirst();
    }

    public Span<T> last() {
        return spans.getLast();
    }

    /** The same with the open end closed, as when the issue is deleted. */
    public Timeline<T> endingAt(Instant end) {
        List<Span<T>> cut = new ArrayList<>(spans);
        Span<T> last = cut.removeLast();
        cut.add(last.to() == null ? new Span<>(last.value(), last.from(), end) : last);
        return new Timeline<>(cut);
    }

    /** The same without what began after an instant; what ended after it holds still. */
    public Timeline<T> asOf(Instant t) {
        return new Timeline<>(spans.stream()
                .filter(s -> !s.from().isAfter(t))
                .map(s -> s.to() == null || !s.to().isAfter(t) ? s : new Span<>(s.value(), s.from(), null))
                .toList());
    }
}
