package io.plumbline.spec.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a caller takes, by the {@code Accept} header of the request. */
public final class AcceptHeader {
    private final List<MediaRange> ranges;

    private AcceptHeader(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads the header.
     *
     * @param values of each line of it; none or a blank one: anything is taken
     */
    public static AcceptHeader of(List<String> values) {
        String all = String.join(",", values);
        return new AcceptHeader(
                all.isBlank()
                        ? List.of(new MediaRange("*", "*", 1))
                        : Arrays.stream(all.split(",", -1))
                                .flatMap(range -> MediaRange.parse(range).stream())
                                .toList());
    }

    /** The form that is wanted most, of equal ones the first of {@link AnswerFormat}; empty where none is taken. */
    public Optional<AnswerFormat> choose() {
        return Arrays.stream(AnswerFormat.values())
                .filter(format -> quality(format) > 0)
                // The first of equals is the least in reverse order.
                .min(Comparator.comparingDouble(this::quality).reversed());
    }

    private double quality(AnswerFormat format) {
        return ranges.stream()
                .filter(range -> range.matches(format.mediaType()))
                .max(Comparator.comparingInt(MediaRange::precision))
                .map(MediaRange::quality)
                .orElse(0.0);
    }
}
