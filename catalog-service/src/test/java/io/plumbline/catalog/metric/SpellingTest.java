package io.plumbline.catalog.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void prefersTheSameWordToABeginningToASlip() {
        double same = Spelling.fit("velocity", "velocity");
        double plural = Spelling.fit("bug", "bugs");
        double beginning = Spelling.fit("velocity", "velo");
        double slip = Spelling.fit("velocity", "velocty");
        double twoSlips = Spelling.fit("velocity", "veloctyy");
        assertThat(same).isEqualTo(1);
        assertThat(plural).isBetween(slip, same);
        assertThat(beginning).isPositive();
        assertThat(slip).isGreaterThan(twoSlips);
        assertThat(twoSlips).isPositive();
    }

    @Test
    void takesShortWordsLiterally() {
        assertThat(Spelling.fit("wip", "wap")).isZero();
        assertThat(Spelling.fit("wip", "wi")).isZero();
        assertThat(Spelling.fit("bugs", "bags")).isPositive();
    }

    @Test
    void knowsAnotherWord() {
        assertThat(Spelling.fit("velocity", "capacity")).isZero();
        assertThat(Spelling.fit("stable", "table")).isZero();
    }
}
