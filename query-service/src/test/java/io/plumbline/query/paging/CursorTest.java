package io.plumbline.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Cursor CURSOR =
            new Cursor(200, "5pec", "acme", 7, "1+acme", Instant.parse("2026-03-01T10:00:00.123456Z"));

    @Test
    void isReadAsItWasWritten() {
        assertThat(Cursor.parse(CURSOR.text())).contains(CURSOR);
    }

    @Test
    void needsNoEscapeInAnAddress() {
        assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isRefusedWithACharacterCutOrChanged() {
        String text = CURSOR.text();
        assertThat(Cursor.parse(text.substring(0, text.length() - 3))).isEmpty();
        assertThat(Cursor.parse(text.substring(0, 30) + (text.charAt(30) == 'A' ? 'B' : 'A') + text.substring(31)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "not a cursor", "YWJj", "AAAAAAAAAAAAAAAAAAAA", "é"})
    void isNoneOfAnyOtherText(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }
}
