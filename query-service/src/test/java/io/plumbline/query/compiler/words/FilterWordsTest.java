package io.plumbline.query.compiler.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'project_key', 'op': '=', 'value': 'PAY'          | the project is “PAY”",
                "'assignee', 'op': '!=', 'value': 'Ana Novak'      | the assignee is not “Ana Novak” (or empty)",
                "'priority', 'op': 'in', 'value': ['High', 'Low']  | the priority is “High” or “Low”",
                "'priority', 'op': 'not_in', 'value': ['A', 'B']   | the priority is neither “A” nor “B” (or empty)",
                "'assignee', 'op': 'contains', 'value': 'ana'      | the assignee contains “ana”",
                "'assignee', 'op': 'starts_with', 'value': 'A'     | the assignee starts with “A”",
                "'assignee', 'op': 'like', 'value': 'A%k'          | the assignee matches the pattern “A%k”",
                "'assignee', 'op': 'is_null'                       | the assignee is empty",
                "'assignee', 'op': 'is_not_null'                   | the assignee is not empty",
                "'is_subtask', 'op': '=', 'value': false           | sub-task is false",
                "'created_at', 'op': '>=', 'value': '2026-01-01'   | the created date is not before 1 January 2026",
                "'created_at', 'op': '<', 'value': '2026-02-01'    | the created date is before 1 February 2026",
                "'label', 'op': '=', 'value': 'api'                | a label is “api”",
                "'label', 'op': 'not_in', 'value': ['a', 'b']      | no label is “a” or “b”",
                "'label', 'op': 'is_null'                          | there is no label"
            })
    void sayATest(String test, String words) {
        assertThat(filtered("{'field': " + test + "}")).contains("Only what fits counts: " + words + ".");
    }

    @Test
    void sayTreesWithoutDoubt() {
        assertThat(filtered("""
                {'or': [{'field': 'project_key', 'op': '=', 'value': 'PAY'},
                        {'and': [{'field': 'issue_type', 'op': '=', 'value': 'Bug'},
                                 {'not': {'field': 'priority', 'op': '=', 'value': 'Low'}}]}]}"""))
                .contains(
                        "Only what fits counts: the project is “PAY” or (the issue type is “Bug” and not (the priority is"
                                + " “Low”)).");
    }

    @Test
    void sayEachConditionApart() {
        assertThat(filtered("""
                {'and': [{'field': 'project_key', 'op': '=', 'value': 'PAY'},
                         {'field': 'issue_type', 'op': '=', 'value': 'Bug'}]}"""))
                .contains(
                        "Only what fits counts: the project is “PAY”.",
                        "Only what fits counts: the issue type is “Bug”.");
    }

    @Test
    void sayWhichRowsOfTheAnswerStay() {
        assertThat(filtered("{'field': 'created', 'op': 'between', 'value': [2, 5.5]}"))
                .contains("Of the rows of the answer only those stay that fit: created is between 2 and 5.5 (both"
                        + " included).");
    }

    private static List<String> filtered(String filter) {
        return Say.created("'dimensions': ['project_key'], 'filters': [" + filter + "]");
    }
}
