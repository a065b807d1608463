package io.plumbline.translator.offline.read;

import static io.plumbline.translator.offline.Asking.refused;
import static io.plumbline.translator.offline.Asking.spec;
import static io.plumbline.translator.offline.Asking.translated;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterReadingTest {
    private static Filter.Test is(String field, Object value) {
        return new Filter.Test(field, Operator.EQ, value);
    }

    @Test
    void joinsValuesOfADimensionIntoAList() {
        assertThat(spec("closed in PAY, WEB and MOB").filters())
                .containsExactly(new Filter.Test("project_key", Operator.IN, List.of("PAY", "WEB", "MOB")));
    }

    @Test
    void excludesWithEveryWordForNot() {
        for (var words : List.of("not in", "except", "excluding", "other than", "but not", "without project")) {
            assertThat(spec("closed issues " + words + " PAY or WEB").filters())
                    .as(words)
                    .containsExactly(new Filter.Test("project_key", Operator.NOT_IN, List.of("PAY", "WEB")));
        }
    }

    @Test
    void negationEndsWithItsList() {
        assertThat(spec("closed issues not by Ana in PAY").filters())
                .containsExactlyInAnyOrder(
                        new Filter.Test("assignee", Operator.NE, "Ana Novak"), is("project_key", "PAY"));
    }

    @Test
    void tellsTheReporterFromTheAssignee() {
        assertThat(spec("issues created by Ana").filters()).containsExactly(is("reporter", "Ana Novak"));
        assertThat(spec("how many bugs did Ben report in June").filters()).containsExactly(is("reporter", "Ben Ortiz"));
        assertThat(spec("bugs assigned to Eva").filters()).containsExactly(is("assignee", "Eva Lindqvist"));
        assertThat(spec("issues closed by Eva").filters()).containsExactly(is("assignee", "Eva Lindqvist"));
    }

    @Test
    void anEverydayWordIsAPriorityOnlyBesideItsName() {
        assertThat(spec("high priority issues closed").filters()).containsExactly(is("priority", "High"));
        assertThat(spec("closed issues with priority low").filters()).containsExactly(is("priority", "Low"));
        assertThat(spec("highest velocity").filters()).isEmpty();
    }

    @Test
    void readsWhatIsMissing() {
        assertThat(spec("closed issues without a component").filters())
                .containsExactly(new Filter.Test("component", Operator.IS_NULL, null));
        assertThat(spec("unassigned bugs").filters())
                .containsExactly(new Filter.Test("assignee", Operator.IS_NULL, null));
        assertThat(spec("bugs with a label").filters())
                .containsExactly(new Filter.Test("label", Operator.IS_NOT_NULL, null));
        assertThat(spec("created issues not unassigned").filters())
                .containsExactly(new Filter.Test("assignee", Operator.IS_NOT_NULL, null));
    }

    @Test
    void readsStatesOfIssuesAndSprints() {
        assertThat(spec("unresolved issues in PAY").filters())
                .contains(new Filter.Test("status_category", Operator.NE, "done"));
        assertThat(spec("issues in status In Review").filters()).containsExactly(is("status", "In Review"));
        assertThat(spec("closed issues in closed sprints").filters()).containsExactly(is("sprint_state", "closed"));
        assertThat(spec("issues not in progress").filters())
                .containsExactly(new Filter.Test("status", Operator.NE, "In Progress"));
    }

    @Test
    void bugsAreAFilterBesideAnotherMetricOnly() {
        assertThat(spec("bugs in PAY").measures()).extracting(m -> m.name()).containsExactly("bug_count");
        assertThat(spec("cycle time of bugs").filters()).containsExactly(is("issue_type", "Bug"));
        assertThat(spec("closed bugs and stories").filters())
                .containsExactly(new Filter.Test("issue_type", Operator.IN, List.of("Bug", "Story")));
        assertThat(spec("issues closed excluding bugs").filters())
                .containsExactly(new Filter.Test("issue_type", Operator.NE, "Bug"));
    }

    @Test
    void findsASprintByItsNumber() {
        assertThat(spec("closed in sprint 12 for PAY").filters()).contains(is("sprint_name", "PAY Sprint 12"));
        assertThat(refused("closed issues in sprint 12").reason()).contains("PAY Sprint 12", "WEB Sprint 12");
        assertThat(refused("closed issues in sprint 99").reason()).contains("no sprint 99");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestKnownOnes() {
        assertThat(refused("closed issues in project PYA").reason())
                .contains("PYA")
                .contains("PAY");
        assertThat(refused("closed by Zed").reason()).contains("Zed");
        assertThat(refused("bugs labelled wibble").reason()).contains("wibble");
    }

    @Test
    void anUnknownWordElsewhereCostsConfidenceAndIsNamed() {
        var translated = translated("closed issues last month wibble");
        assertThat(translated.confidence()).isLessThan(0.8);
        assertThat(translated.interpretation()).contains("\"wibble\" is unknown and was left out");
    }

    @Test
    void anAlternativeOverTwoDimensionsIsRefused() {
        assertThat(refused("bugs opened by Ana or assigned to Ben").reason()).contains("one dimension");
    }

    @Test
    void aNegationOfNothingKnownIsRefused() {
        assertThat(refused("closed issues not really").reason()).contains("not");
    }
}
