package io.plumbline.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.catalog.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionCheckerTest {
    private static final Map<String, ColumnType> COLUMNS = Map.of(
            "points", ColumnType.NUMBER,
            "status", ColumnType.TEXT,
            "labels", ColumnType.TEXT_LIST,
            "is_bug", ColumnType.BOOLEAN,
            "created_at", ColumnType.TIME,
            "done_at", ColumnType.TIME);
    private static final Scope ROW = Scope.row(COLUMNS, Set.of("days"));
    private static final Scope SPRINT = Scope.aggregate(COLUMNS, Set.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            points * 2 + :days                            | NUMBER
            -points / 3                                   | NUMBER
            status                                        | TEXT
            labels                                        | TEXT_LIST
            null                                          | NOTHING
            created_at - days(:days)                      | TIME
            days(1) + days(2)                             | DURATION
            created_at < done_at and not is_bug           | BOOLEAN
            status in ('a', 'b') or labels is not null    | BOOLEAN
            is_bug = true                                 | BOOLEAN
            days_between(created_at, done_at)             | NUMBER
            hours_between(least(created_at, done_at), done_at) | NUMBER
            working_days_between(created_at, done_at) + 1 | NUMBER
            coalesce(points, 0)                           | NUMBER
            nullif(status, '')                            | TEXT
            round(abs(points), 1)                         | NUMBER
            greatest(created_at, done_at)                 | TIME
            key(status, points)                           | KEY
            case when is_bug then 1 else null end         | NUMBER
            case when is_bug then status end              | TEXT
            """)
    void findsTheTypeOfARowsValue(String template, ValueType type) {
        assertThat(ExpressionChecker.check(template, ROW))
                .isEqualTo(new Checked.Accepted(ExpressionParser.parse(template), type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            count(*)                                               | NUMBER
            count(labels) + count(distinct status)                 | NUMBER
            coalesce(sum(points) filter (where is_bug), 0)         | NUMBER
            avg(points) / nullif(sum(points), 0)                   | NUMBER
            max(created_at)                                        | TIME
            count(distinct key(status, points)) filter (where is_bug) | NUMBER
            min(points)                                            | NUMBER
            """)
    void findsTheTypeOfASetsValue(String template, ValueType type) {
        assertThat(ExpressionChecker.check(template, SPRINT))
                .isEqualTo(new Checked.Accepted(ExpressionParser.parse(template), type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            tenant_id                    | 1  | tenant_id | there is no such column here
            snapshot_at                  | 1  | snapshot_at | there is no such column here
            :weeks + 1                   | 1  | :weeks | this parameter is not declared
            points + status              | 1  | points + status | a number and a text cannot be combined by +
            done_at - created_at         | 1  | done_at - created_at | a time and a time cannot be combined by -; days_between or hours_between gives a length of time
            created_at * days(1)         | 1  | created_at * days(1) | a time and a duration cannot be combined by *
            not points                   | 5  | points | this is a number
            is_bug and status            | 12 | status | this is a text
            -status                      | 2  | status | this is a text
            points = status              | 10 | status | this is a text beside a number
            points = null                | 1  | points = null | a comparison with null never holds
            null != points               | 1  | null != points | a comparison with null never holds
            is_bug < true                | 1  | is_bug | a boolean cannot be used here
            labels = status              | 1  | labels | a text list cannot be used here
            status in ('a', null)        | 17 | null | null is no member of a list
            status in ('a', 1)           | 17 | 1 | this is a number beside a text
            case when points then 1 end  | 11 | points | this is a number
            case when is_bug then 1 else 'x' end | 30 | 'x' | this is a text beside a number
            days_between(created_at, 1)  | 26 | 1 | this is a number
            days(status)                 | 6  | status | this is a text
            abs(is_bug)                  | 5  | is_bug | this is a boolean
            round(points, :days)         | 15 | :days | the decimals of round are a whole number
            round(points, 1.5)           | 15 | 1.5 | the decimals of round are a whole number
            greatest(status, 'a')        | 10 | status | a text cannot be used here
            key(status, labels)          | 13 | labels | a text list cannot be used here
            key(status, points) = status | 1  | key(status, points) | a key cannot be used here
            sum(points)                  | 1  | sum(points) | this template is the value of one row and takes no aggregate
            1 + count(*)                 | 5  | count(*) | this template is the value of one row and takes no aggregate
            """)
    void refusesWhatDoesNotFitARow(String template, int position, String token, String message) {
        ExpressionFault first = faults(template, ROW).getFirst();
        assertThat(first.token()).isEqualTo(token);
        assertThat(first.position()).isEqualTo(position);
        assertThat(first.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            points                            | 1  | points | this template is the value of many rows and needs an aggregate
            sum(points) + points              | 15 | points | a column must stand inside an aggregate here
            sum(count(*))                     | 5  | count(*) | an aggregate may not stand inside another
            sum(points) filter (where count(*) > 1) | 27 | count(*) | an aggregate may not stand inside another
            sum(status)                       | 5  | status | this is a text
            max(status)                       | 5  | status | a text cannot be used here
            sum(points) filter (where points) | 27 | points | this is a number
            """)
    void refusesWhatDoesNotFitASet(String template, int position, String token, String message) {
        ExpressionFault first = faults(template, SPRINT).getFirst();
        assertThat(first.token()).isEqualTo(token);
        assertThat(first.position()).isEqualTo(position);
        assertThat(first.message()).isEqualTo(message);
    }

    @Test
    void reportsEveryFaultInTheOrderOfTheText() {
        assertThat(faults("wrong + :nope > 1 and status", ROW))
                .extracting(ExpressionFault::token)
                .containsExactly("wrong", ":nope", "status");
    }

    @Test
    void allowsPseudoColumnsOnlyInTheirPlace() {
        assertThat(ExpressionChecker.check("created_at <= snapshot_at", ROW.withSnapshotInstant()))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(ExpressionChecker.check("hours_between(clip_from, clip_to)", ROW.withClip()))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(faults("hours_between(clip_from, clip_to)", ROW)).hasSize(2);
    }

    @Test
    void refusesAWholeThatDoesNotFitItsPlace() {
        List<ExpressionFault> faults = faults("points", ROW.expecting(ValueType.BOOLEAN));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().message()).isEqualTo("the whole is a number, which does not fit here");
        assertThat(faults.getFirst().allowed()).containsExactly("boolean");
    }

    @Test
    void namesTheColumnsThatThereAre() {
        assertThat(faults("tenant_id", ROW).getFirst().allowed())
                .containsExactly("created_at", "done_at", "is_bug", "labels", "points", "status");
    }

    @Test
    void namesTheParametersInUse() {
        var checked = (Checked.Accepted) ExpressionChecker.check("points > :days", ROW);
        assertThat(checked.parameters()).containsExactly("days");
    }

    @Test
    void refusesWhatDoesNotParse() {
        assertThat(faults("points;", ROW)).extracting(ExpressionFault::token).containsExactly(";");
    }

    private static List<ExpressionFault> faults(String template, Scope scope) {
        return switch (ExpressionChecker.check(template, scope)) {
            case Checked.Refused refused -> refused.faults();
            case Checked.Accepted accepted -> throw new AssertionError("accepted: " + accepted.expression());
        };
    }
}
