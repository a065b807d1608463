package io.plumbline.acceptance.fuzz;

import io.plumbline.acceptance.history.Chance;
import java.util.List;

/** Texts that are harmless values and break whoever pastes them into something. */
final class HostileTexts {
    private static final List<String> TAILS = List.of(
            "'; drop table issues; --",
            "\" or \"1\"=\"1",
            "$1 $2",
            "%s %n %d",
            "${7*7} #{7*7} {{7*7}}",
            "\\' \\\\",
            "/* */ --",
            "%_%",
            "\u202e\u0301 \ud83d\ude00 \u4e2d\u6587 \ufeff",
            "<script>alert(1)</script>",
            "null",
            "true",
            "-1e308",
            "../../etc/passwd",
            "?::text",
            "x".repeat(400));

    private HostileTexts() {}

    static String any(Chance chance, Marker marker) {
        return marker.text() + chance.any(TAILS);
    }
}
