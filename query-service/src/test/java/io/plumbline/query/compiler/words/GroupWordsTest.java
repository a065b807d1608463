package io.plumbline.query.compiler.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the rows of an answer stand for, and how they come. */
class GroupWordsTest {
    @Test
    void sayWhatARowStandsFor() {
        assertThat(Say.created("'limit': 5")).contains("There is one row, for everything together.");
        assertThat(Say.created("'dimensions': ['project_key', {'field': 'metric_time', 'granularity': 'month'}]"))
                .contains("There is one row for each project and month.");
        assertThat(Say.created("'dimensions': [{'field': 'resolved_at', 'granularity': 'week'}]"))
                .contains("There is one row for each week of the resolved date.");
        assertThat(Say.created("'dimensions': [{'field': 'metric_time', 'granularity': 'sprint'}]"))
                .contains("There is one row for each closed sprint.");
    }

    @Test
    void sayThatAnIssueWithTwoLabelsCountsInTwoRows() {
        assertThat(Say.created("'dimensions': ['label']"))
                .contains(
                        "There is one row for each label.", "What has more than one label counts in the row of each.");
    }

    @Test
    void sayTheOrderAndTheLimit() {
        assertThat(Say.created("'dimensions': ['project_key'], 'limit': 7"))
                .contains("Rows are ordered by created, the greatest first; at most 7 are shown.");
        assertThat(Say.created("'time': {'granularity': 'month'}"))
                .contains("Rows are ordered by time, the earliest first; at most 1,000 are shown.");
        assertThat(Say.created("'dimensions': ['project_key'], 'sort': [{'field': 'created', 'dir': 'desc'}, {'field':"
                        + " 'project_key'}]"))
                .contains(
                        "Rows are ordered by created downwards and then project_key upwards; at most 1,000 are shown.");
    }
}
