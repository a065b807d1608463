package io.plumbline.query.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFactsTest {
    @ParameterizedTest
    @ValueSource(ints = {150_014, 150_099, 160_010, 170_006, 170_010, 180_000, 190_001})
    void acceptsVersionsWithSoundRowSecurity(int version) {
        assertThat(objections(version, false, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {130_022, 140_019, 150_013, 160_009, 170_005})
    void refusesVersionsWithKnownFaults(int version) {
        assertThat(objections(version, false, false))
                .singleElement()
                .asString()
                .startsWith("PostgreSQL " + version / 10_000 + "." + version % 10_000)
                .contains("17.6");
    }

    @Test
    void refusesARoleThatBypassesRowSecurity() {
        assertThat(objections(170_010, true, false))
                .singleElement()
                .asString()
                .contains("someone")
                .contains("BYPASSRLS");
    }

    @Test
    void refusesAnOwnerOfTables() {
        assertThat(objections(170_010, false, true)).singleElement().asString().contains("owns tables");
    }

    @Test
    void namesEveryObjectionAtOnce() {
        assertThat(objections(170_000, true, true)).hasSize(3);
    }

    private static List<String> objections(int version, boolean bypasses, boolean owns) {
        return new DatabaseFacts("someone", version, bypasses, owns).objections();
    }
}
