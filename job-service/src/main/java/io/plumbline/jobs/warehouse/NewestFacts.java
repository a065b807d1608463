package io.plumbline.jobs.warehouse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Of what many records say of one person, project or status, the newest; so that a name that stands in each record is
 * staged a few times, not a million times. Bounded: what was not named for long is handed on and forgotten.
 */
final class NewestFacts<F> {
    private static final int KEPT = 4_096;

    /** A fact with the time of the record that tells it. */
    record Told<F>(F fact, Instant at) {}

    private final BiConsumer<F, Instant> sink;
    private final Map<Object, Told<F>> newest = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Told<F>> eldest) {
            if (size() > KEPT) {
                sink.accept(eldest.getValue().fact(), eldest.getValue().at());
                return true;
            }
            return false;
        }
    };

    NewestFacts(BiConsumer<F, Instant> sink) {
        this.sink = sink;
    }

    void tell(Object key, F fact, Instant at) {
        Told<F> known = newest.get(key);
        if (known == null || known.at().isBefore(at)) {
            newest.put(key, new Told<>(fact, at));
        } else if (known.at().equals(at) && !Objects.equals(known.fact(), fact)) {
            // Two that are equally new: the database decides by content, not by order.
            sink.accept(fact, at);
        }
    }

    void flush() {
        newest.values().forEach(told -> sink.accept(told.fact(), told.at()));
        newest.clear();
    }
}
