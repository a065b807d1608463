package io.plumbline.jobs.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.jobs.tracker.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusMeaningsTest {
    @ParameterizedTest
    @CsvSource({
        "Open,TODO",
        "to do,TODO",
        "BACKLOG,TODO",
        "Reopened,TODO",
        "Done,DONE",
        "closed,DONE",
        "Resolved,DONE",
        "Released,DONE",
        "Review,IN_PROGRESS",
        "Doing,IN_PROGRESS"
    })
    void wellKnownNamesTellTheCategoryOfAStatusThatNobodyDescribes(String name, Category category) {
        assertThat(new StatusMeanings(FieldMapping.EMPTY).category("9", name, null))
                .isEqualTo(category);
    }

    @Test
    void trackersCategoryComesBeforeTheName() {
        assertThat(new StatusMeanings(FieldMapping.EMPTY).category("9", "Done", Category.TODO))
                .isEqualTo(Category.TODO);
    }

    @Test
    void mappingComesFirstByNameOrId() {
        var meanings = new StatusMeanings(new FieldMapping(
                null, null, null, List.of("On hold"), List.of("7"), null, List.of("Accepted"), null, null));
        assertThat(meanings.category("7", "Done", Category.DONE)).isEqualTo(Category.TODO);
        assertThat(meanings.category("8", "ACCEPTED", Category.IN_PROGRESS)).isEqualTo(Category.DONE);
        assertThat(meanings.isBlocked("8", "on HOLD")).isTrue();
        assertThat(meanings.isBlocked("8", "Blocked")).isFalse();
    }

    @Test
    void blockedIsTheDefaultBlockedStatus() {
        assertThat(new StatusMeanings(FieldMapping.EMPTY).isBlocked("8", "blocked"))
                .isTrue();
    }
}
