package io.plumbline.acceptance.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded chance: the same seed makes the same history. */
public final class Chance {
    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    public boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number between two bounds, both inclusive. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public long below(long bound) {
        return random.nextLong(bound);
    }

    @SafeVarargs
    public final <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    public <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Up to so many different values. */
    public <T> List<T> some(int most, List<T> values) {
        List<T> mixed = shuffled(values);
        return mixed.subList(0, between(0, Math.min(most, mixed.size())));
    }

    public <T> List<T> shuffled(List<T> values) {
        List<T> mixed = new ArrayList<>(values);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
