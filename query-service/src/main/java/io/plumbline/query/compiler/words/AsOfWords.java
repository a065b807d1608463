package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Says whose knowledge the answer is. */
final class AsOfWords {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm:ss", Locale.ENGLISH);

    private AsOfWords() {}

    static List<String> of(ResolvedTime time) {
        return time.asOf().map(instant -> sentence(instant, time.zone())).stream()
                .toList();
    }

    private static String sentence(Instant instant, ZoneId zone) {
        return "The answer is that of %s in %s: nothing that happened later counts."
                .formatted(INSTANT.format(instant.atZone(zone)), zone.getId());
    }
}
