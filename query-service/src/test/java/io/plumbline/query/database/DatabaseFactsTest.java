package io.plumbline.query.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseFactsTest {
    @Test
    void acceptsARoleThatPoliciesHoldFor() {
        assertThat(objections(false, false)).isEmpty();
    }

    @Test
    void refusesARoleThatBypassesRowSecurity() {
        assertThat(objections(true, false))
                .singleElement()
                .asString()
                .contains("someone")
                .contains("BYPASSRLS");
    }

    @Test
    void refusesAnOwnerOfTables() {
        assertThat(objections(false, true)).singleElement().asString().contains("owns tables");
    }

    @Test
    void namesEveryObjectionAtOnce() {
        assertThat(objections(true, true)).hasSize(2);
    }

    private static List<String> objections(boolean bypasses, boolean owns) {
        return new DatabaseFacts("someone", bypasses, owns).objections();
    }
}
