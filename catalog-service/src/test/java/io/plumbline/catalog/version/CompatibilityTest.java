package io.plumbline.catalog.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.testing.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /unit                             | "points"                  | MAJOR
            /additivity                       | "additive"                | MAJOR
            /computation/where                | "status_category = 'todo'" | MAJOR
            /computation/where                | "status_category='todo'   and (status_since <= (snapshot_at - days(:days)))" |
            /computation/sql_template         | "hours_between(created_at, snapshot_at)" | MAJOR
            /computation/aggregation          | "avg"                     | MAJOR
            /computation/aggregations         | ["last"]                  | MAJOR
            /computation/aggregations         | ["last", "avg", "max"]    | MINOR
            /parameters/0/default_value       | 8                         | MAJOR
            /parameters/0/minimum             | 2                         | MAJOR
            /parameters/0/minimum             | 0                         | MINOR
            /parameters/0/maximum             | 29                        | MAJOR
            /parameters/0/maximum             | 31                        | MINOR
            /parameters/0/description         | "Other words for the same."| PATCH
            /display_name                     | "Waits"                   | PATCH
            /description                      | "Another description."    | PATCH
            /category                         | "capacity"                | PATCH
            /tags                             | ["x"]                     | PATCH
            /synonyms                         | ["waits"]                 | PATCH
            /examples                         | []                        | PATCH
            """)
    void knowsWhatEachChangeAsksOfTheVersion(String pointer, String value, Level level) {
        ObjectNode before = Sample.waiting("waiting");
        List<Difference> found = Compatibility.between(Sample.read(before), Sample.read(set(before, pointer, value)));
        if (level == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(Difference::level).containsOnly(level);
            assertThat(found.getFirst().pointer()).isEqualTo(pointer);
        }
    }

    @Test
    void takesAParameterForAnUnchangedNumberWhereItsDefaultIsThatNumber() {
        ObjectNode after = Sample.waiting("waiting");
        ObjectNode before = set(
                after.deepCopy().putNull("parameters").deepCopy(),
                "/computation/where",
                "\"status_category = 'todo' and status_since <= snapshot_at - days(7)\"");
        assertThat(Compatibility.between(Sample.read(before), Sample.read(after)))
                .extracting(Difference::level)
                .containsOnly(Level.MINOR);
        ObjectNode other = set(after, "/parameters/0/default_value", "8");
        assertThat(Compatibility.between(Sample.read(before), Sample.read(other)))
                .extracting(Difference::level)
                .contains(Level.MAJOR);
    }

    @Test
    void tellsThatAParameterIsGone() {
        ObjectNode before = Sample.waiting("waiting");
        ObjectNode after = before.deepCopy();
        after.putArray("parameters");
        assertThat(Compatibility.between(Sample.read(before), Sample.read(after)))
                .contains(new Difference(Level.MAJOR, "/parameters", "the parameter days is gone"));
    }

    @Test
    void tellsThatTheNumberIsMadeInAnotherWay() {
        assertThat(Compatibility.between(
                        Sample.read(Sample.urgent("urgent")), Sample.read(Sample.share("urgent", "closed"))))
                .contains(new Difference(Level.MAJOR, "/computation/type", "the number is made in another way"));
    }

    private static ObjectNode set(ObjectNode metric, String pointer, String value) {
        ObjectNode copy = metric.deepCopy();
        int at = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) copy.at(pointer.substring(0, at));
        parent.set(
                pointer.substring(at + 1),
                Sample.parse("{\"v\": " + value + "}").get("v"));
        return copy;
    }
}
