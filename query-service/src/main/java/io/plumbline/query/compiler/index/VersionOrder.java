package io.plumbline.query.compiler.index;

import java.util.Arrays;
import java.util.Comparator;

/** Orders {@code major.minor.patch} by number: 1.10.0 comes after 1.9.0. */
final class VersionOrder implements Comparator<String> {
    @Override
    public int compare(String left, String right) {
        return Arrays.compare(numbers(left), numbers(right));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
