package io.plumbline.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Json;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Sort;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {
    private static final String VELOCITY = "\"measures\":[{\"name\":\"velocity\"}]";

    @Test
    void readsEveryMember() {
        assertThat(read("""
                {"datasource": "warehouse",
                 "measures": [{"name": "velocity@1", "agg": "p90", "as": "v", "params": {"days": 10}}],
                 "dimensions": ["project_key", {"field": "metric_time", "granularity": "month"}],
                 "filters": [{"field": "sprint_state", "op": "=", "value": "closed"},
                             {"field": "assignee", "op": "is_null"}],
                 "time": {"from": "2026-01-01", "to": "2026-07-01", "granularity": "week",
                          "timezone": "Europe/Prague", "compare": "previous_period"},
                 "sort": [{"field": "v__delta_pct", "dir": "desc"}, {"field": "metric_time"}],
                 "limit": 50,
                 "chart": {"type": "line", "x": "metric_time", "y": "v", "color": "project_key"}}""").orThrow())
                .isEqualTo(new AnalyticsSpec(
                        "warehouse",
                        List.of(new Measure("velocity@1", Aggregation.P90, "v", Map.of("days", 10))),
                        List.of(Dimension.of("project_key"), new Dimension("metric_time", Granularity.MONTH)),
                        List.of(
                                new Filter.Test("sprint_state", Operator.EQ, "closed"),
                                new Filter.Test("assignee", Operator.IS_NULL, null)),
                        new TimeRange(
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 7, 1),
                                Granularity.WEEK,
                                ZoneId.of("Europe/Prague"),
                                Comparison.PREVIOUS_PERIOD),
                        List.of(new Sort("v__delta_pct", Sort.Direction.DESC), new Sort("metric_time", null)),
                        50,
                        new Chart("line", "metric_time", "v", "project_key")));
    }

    @Test
    void needsNoMoreThanAMeasure() {
        assertThat(read("{" + VELOCITY + "}").orThrow().measures()).containsExactly(Measure.of("velocity"));
    }

    @Test
    void sortsByTheTimeThatAGranularityAdds() {
        assertThat(faults(VELOCITY, "\"time\":{\"granularity\":\"week\"},\"sort\":[{\"field\":\"metric_time\"}]"))
                .isEmpty();
    }

    @Test
    void sortsByWhatSprintsShow() {
        String sort = "\"sort\":[{\"field\":\"metric_time__sprint\"},{\"field\":\"metric_time__board\"}]";
        assertThat(faults(VELOCITY, "\"time\":{\"granularity\":\"sprint\"}," + sort))
                .isEmpty();
        assertThat(faults(VELOCITY, "\"dimensions\":[{\"field\":\"metric_time\",\"granularity\":\"sprint\"}]," + sort))
                .isEmpty();
        assertThat(faults(VELOCITY, "\"time\":{\"granularity\":\"month\"}," + sort))
                .hasSize(2);
    }

    @Test
    void sortsAndChartsByTheNumberOfValuesBehindAMeasure() {
        String shown = "\"sort\":[{\"field\":\"c__n\"}],\"chart\":{\"type\":\"bar\",\"y\":\"c__n\"}";
        assertThat(faults("\"measures\":[{\"name\":\"created\",\"as\":\"c\",\"n\":true}]", shown))
                .isEmpty();
        assertThat(faults("\"measures\":[{\"name\":\"created\",\"as\":\"c\",\"n\":false}]", shown))
                .hasSize(2);
    }

    @Test
    void tellsEveryFaultAtOnce() {
        var faults = faults("""
                "measures": [{"name": "Velocity"}, {"name": "wip", "agg": "avrg"}, {"name": "wip"}],
                "dimension": ["project_key"],
                "dimensions": ["assignee", "assignee"],
                "filters": [{"field": "status", "op": "between", "value": [1]}],
                "time": {"from": "2026-02-30", "timezone": "prague", "compare": "last_year"},
                "sort": [{"field": "wpi"}],
                "limit": 0
                """);
        assertThat(faults)
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/dimension", "unknown_member"),
                        tuple("/measures/0/name", "invalid_name"),
                        tuple("/measures/1/agg", "unknown_value"),
                        tuple("/measures/2/name", "duplicate"),
                        tuple("/dimensions/1", "duplicate"),
                        tuple("/filters/0/value", "invalid_value"),
                        tuple("/time/from", "invalid_date"),
                        tuple("/time/timezone", "unknown_value"),
                        tuple("/time/compare", "unknown_value"),
                        tuple("/time/to", "missing"),
                        tuple("/sort/0/field", "unknown_column"),
                        tuple("/limit", "out_of_range"));
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault.message()).endsWith(fault.suggestion() == null ? "" : "?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"datasource\":\"lake\"                                        | /datasource        | unknown_value  |",
                "\"Filters\":[]                                                 | /Filters           | unknown_member | filters",
                "\"dimensions\":\"project_key\"                                 | /dimensions        | wrong_type     |",
                "\"dimensions\":[5]                                             | /dimensions/0      | wrong_type     |",
                "\"dimensions\":[\"Project Key\"]                               | /dimensions/0      | invalid_name   | project_key",
                "\"dimensions\":[{\"granularity\":\"day\"}]                     | /dimensions/0/field | missing       |",
                "\"dimensions\":[{\"field\":\"metric_time\",\"granularity\":\"mnth\"}] | /dimensions/0/granularity | unknown_value | month",
                "\"dimensions\":[{\"field\":\"a\",\"by\":\"day\"}]              | /dimensions/0/by   | unknown_member |",
                "\"filters\":{}                                                 | /filters           | wrong_type     |",
                "\"filters\":[{\"op\":\"=\",\"value\":1}]                       | /filters/0/field   | missing        |",
                "\"filters\":[{\"field\":\"a\",\"value\":1}]                    | /filters/0/op      | missing        |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"starts\",\"value\":\"x\"}] | /filters/0/op   | unknown_value  | starts_with",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\"}]                   | /filters/0/value   | missing        |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":null}]    | /filters/0/value   | wrong_type     |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":[1]}]     | /filters/0/value   | wrong_type     |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"<\",\"value\":true}]    | /filters/0/value   | wrong_type     |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1e99}]    | /filters/0/value   | out_of_range   |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"like\",\"value\":5}]    | /filters/0/value   | wrong_type     |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"contains\",\"value\":\"\"}] | /filters/0/value | empty        |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[]}]     | /filters/0/value   | empty          |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":\"x\"}]  | /filters/0/value   | wrong_type     |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[1,\"x\"]}] | /filters/0/value | invalid_value |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[1,{}]}] | /filters/0/value/1 | wrong_type     |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"between\",\"value\":[1,2,3]}] | /filters/0/value | invalid_value |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"between\",\"value\":[2,1]}] | /filters/0/value | wrong_order  |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"between\",\"value\":[\"2026-02-01\",\"2026-01-01\"]}] | /filters/0/value | wrong_order |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"between\",\"value\":[1,false]}] | /filters/0/value/1 | wrong_type |",
                "\"filters\":[{\"field\":\"a\",\"op\":\"is_null\",\"value\":1}] | /filters/0/value   | invalid_value  |",
                "\"time\":[]                                                    | /time              | wrong_type     |",
                "\"time\":null                                                  | /time              | wrong_type     |",
                "\"time\":{\"range\":\"year\"}                                  | /time/range        | unknown_member |",
                "\"time\":{\"from\":20260101}                                   | /time/from         | wrong_type     |",
                "\"time\":{\"from\":\"2026-1-1\"}                               | /time/from         | invalid_date   |",
                "\"time\":{\"from\":\"2025-02-29\"}                             | /time/from         | invalid_date   |",
                "\"time\":{\"from\":\"1969-12-31\"}                             | /time/from         | out_of_range   |",
                "\"time\":{\"to\":\"2201-01-01\"}                               | /time/to           | out_of_range   |",
                "\"time\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-01\"}       | /time/to           | wrong_order    |",
                "\"time\":{\"from\":\"1970-01-01\",\"to\":\"2020-01-02\"}       | /time/to           | out_of_range   |",
                "\"time\":{\"granularity\":\"hour\"}                            | /time/granularity  | unknown_value  |",
                "\"time\":{\"timezone\":\"+02:00\"}                             | /time/timezone     | unknown_value  |",
                "\"time\":{\"timezone\":\"europe/prag\"}                        | /time/timezone     | unknown_value  | Europe/Prague",
                "\"time\":{\"timezone\":\"New York\"}                           | /time/timezone     | unknown_value  | America/New_York",
                "\"time\":{\"from\":\"2026-01-01\",\"compare\":\"previous_year\"} | /time/to         | missing        |",
                "\"sort\":[{\"dir\":\"asc\"}]                                   | /sort/0/field      | missing        |",
                "\"sort\":[{\"field\":\"velocity\",\"dir\":\"down\"}]           | /sort/0/dir        | unknown_value  |",
                "\"sort\":[{\"field\":\"velocty\"}]                             | /sort/0/field      | unknown_column | velocity",
                "\"sort\":[{\"field\":\"velocity__delta\"}]                     | /sort/0/field      | unknown_column | velocity",
                "\"sort\":[{\"field\":\"velocity\"},{\"field\":\"velocity\"}]   | /sort/1/field      | duplicate      |",
                "\"limit\":\"5\"                                                | /limit             | wrong_type     |",
                "\"limit\":5.5                                                  | /limit             | wrong_type     |",
                "\"limit\":1001                                                 | /limit             | out_of_range   |",
                "\"limit\":99999999999999999999                                 | /limit             | out_of_range   |",
                "\"chart\":{\"type\":\"Line Chart\"}                            | /chart/type        | invalid_name   | line_chart",
                "\"chart\":{\"x\":\"month\"}                                    | /chart/x           | unknown_column |",
                "\"filters\":[{\"and\":[]}] | /filters/0/and | empty | ",
                "\"filters\":[{\"or\":{}}] | /filters/0/or | wrong_type | ",
                "\"filters\":[{\"not\":[{\"field\":\"a\",\"op\":\"is_null\"}]}] | /filters/0/not | wrong_type | ",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"is_null\"}],\"not\":{\"field\":\"a\",\"op\":\"is_null\"}}] | /filters/0 | invalid_value | ",
                "\"filters\":[{\"and\":[{\"field\":\"a\",\"op\":\"is_null\"}],\"field\":\"a\"}] | /filters/0 | invalid_value | ",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"is_null\"},{\"not\":{\"field\":\"b\",\"op\":\"=\"}}]}] | /filters/0/or/1/not/value | missing | ",
                "\"filters\":[{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"field\":\"a\",\"op\":\"is_null\"}}}}}}}] | /filters/0/not/not/not/not/not/not | too_many | ",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"}]},{\"or\":[{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"},{\"field\":\"a\",\"op\":\"is_null\"}]}] | /filters | too_many | ",
                "\"time\":{\"sprints\":3} | /time/sprints | invalid_value | ",
                "\"time\":{\"compare\":\"previous_sprints\",\"sprints\":0} | /time/sprints | out_of_range | ",
                "\"time\":{\"as_of\":\"yesterday\"} | /time/as_of | invalid_date | ",
                "\"time\":{\"as_of\":\"2026-04-01T10:00\"} | /time/as_of | invalid_date | ",
                "\"time\":{\"as_of\":\"1900-01-01\"} | /time/as_of | out_of_range | ",
            })
    void pointsAtTheFault(String member, String pointer, String code, String suggestion) {
        assertThat(faults(VELOCITY, member)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.suggestion()).isEqualTo(suggestion);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                               | /measures               | empty",
                "{}                                               | /measures               | wrong_type",
                "[\"velocity\"]                                   | /measures/0             | wrong_type",
                "[{}]                                             | /measures/0/name        | missing",
                "[{\"name\":7}]                                   | /measures/0/name        | wrong_type",
                "[{\"name\":\"velocity@x\"}]                      | /measures/0/name        | invalid_name",
                "[{\"name\":\"v'; drop table issues; --\"}]       | /measures/0/name        | invalid_name",
                "[{\"name\":\"velocity\",\"agg\":\"average\"}]    | /measures/0/agg         | unknown_value",
                "[{\"name\":\"velocity\",\"as\":\"Speed\"}]       | /measures/0/as          | invalid_name",
                "[{\"name\":\"velocity\",\"as\":\"a__delta\"}]    | /measures/0/as          | invalid_name",
                "[{\"name\":\"velocity\",\"params\":[]}]          | /measures/0/params      | wrong_type",
                "[{\"name\":\"velocity\",\"params\":{\"Days\":1}}] | /measures/0/params/Days | invalid_name",
                "[{\"name\":\"velocity\",\"params\":{\"days\":1.5}}] | /measures/0/params/days | wrong_type",
                "[{\"name\":\"velocity\",\"params\":{\"days\":3000000000}}] | /measures/0/params/days | out_of_range",
                "[{\"name\":\"velocity\",\"window\":\"rolling\"}] | /measures/0/window | wrong_type",
                "[{\"name\":\"velocity\",\"window\":{\"periods\":3}}] | /measures/0/window/type | missing",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"roling\",\"periods\":3}}] | /measures/0/window/type | unknown_value",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"rolling\"}}] | /measures/0/window/periods | missing",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"rolling\",\"periods\":1}}] | /measures/0/window/periods | out_of_range",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"rolling\",\"periods\":3,\"granularity\":\"year\"}}] | /measures/0/window/granularity | unknown_member",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"to_date\",\"granularity\":\"day\"}}] | /measures/0/window/granularity | unknown_value",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"cumulative\",\"periods\":3}}] | /measures/0/window/periods | unknown_member",
                "[{\"name\":\"velocity\",\"window\":{\"type\":\"cumulative\"},\"per\":{\"dimensions\":[\"board\"]}}] | /measures/0 | invalid_value",
                "[{\"name\":\"velocity\",\"per\":{\"agg\":\"avg\"}}] | /measures/0/per/dimensions | missing",
                "[{\"name\":\"velocity\",\"per\":{\"dimensions\":[]}}] | /measures/0/per/dimensions | empty",
                "[{\"name\":\"velocity\",\"per\":{\"dimensions\":[\"board\",\"board\"]}}] | /measures/0/per/dimensions/1 | duplicate",
                "[{\"name\":\"velocity\",\"per\":{\"dimensions\":[\"board\"],\"agg\":\"last\"}}] | /measures/0/per/agg | unknown_value",
                "[{\"name\":\"velocity\",\"show\":{}}] | /measures/0/show/type | missing",
                "[{\"name\":\"velocity\",\"show\":{\"type\":\"percent\"}}] | /measures/0/show/type | unknown_value",
                "[{\"name\":\"velocity\",\"show\":{\"type\":\"percent_of_total\",\"dir\":\"asc\"}}] | /measures/0/show/dir | invalid_value",
                "[{\"name\":\"velocity\",\"show\":{\"type\":\"rank\",\"within\":[\"board\",\"board\"]}}] | /measures/0/show/within/1 | duplicate",
                "[{\"name\":\"velocity\",\"n\":1}] | /measures/0/n | wrong_type",
                "[{\"name\":\"velocity\",\"min_n\":0}] | /measures/0/min_n | out_of_range",
                "[{\"name\":\"velocity\",\"as\":\"a__n\"}] | /measures/0/as | invalid_name",
                "[{\"name\":\"wip\"},{\"name\":\"wip@1\"}]        | /measures/1/name        | duplicate",
                "[{\"name\":\"wip\"},{\"name\":\"velocity\",\"as\":\"wip\"}] | /measures/1/as | duplicate",
            })
    void pointsAtTheFaultInMeasures(String measures, String pointer, String code) {
        assertThat(faults("\"measures\":" + measures)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void refusesAColumnThatIsADimensionAlready() {
        assertThat(faults("\"measures\":[{\"name\":\"velocity\",\"as\":\"board\"}],\"dimensions\":[\"board\"]"))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/measures/0/as", "duplicate"));
    }

    @Test
    void bounds() {
        assertThat(codes("\"measures\":[" + repeat("{\"name\":\"velocity\",\"as\":\"v%d\"}", 11) + "]"))
                .containsExactly("too_many");
        assertThat(codes(VELOCITY, "\"dimensions\":[" + repeat("\"d%d\"", 6) + "]"))
                .containsExactly("too_many");
        assertThat(codes(VELOCITY, "\"filters\":[" + repeat("{\"field\":\"f%d\",\"op\":\"is_null\"}", 21) + "]"))
                .containsExactly("too_many");
        assertThat(codes(VELOCITY, "\"sort\":[" + repeat("{\"field\":\"f%d\"}", 16) + "]"))
                .containsExactly("too_many");
        assertThat(codes(VELOCITY, inFilter(repeat("\"x%d\"", 501)))).containsExactly("too_many");
        assertThat(codes(VELOCITY, inFilter(repeat("\"x%d\"", 500)))).isEmpty();
        assertThat(codes("\"measures\":[{\"name\":\"a\",\"params\":{" + repeat("\"p%d\":1", 11) + "}}]"))
                .containsExactly("too_many");
    }

    @Test
    void allowsMoreRowsInJobs() {
        String spec = "{" + VELOCITY + ",\"limit\":100000}";
        assertThat(SpecReader.forJobs().read(spec).orThrow().limit()).isEqualTo(100_000);
        assertThat(faults(VELOCITY, "\"limit\":100000"))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.message()).contains("1 to 1000").contains("100000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\n", "\\u0085", "\\ud800", "\\u001b[31m"})
    void refusesControlCharacters(String character) {
        assertThat(codes(VELOCITY, inFilter("\"a" + character + "\""))).containsExactly("control_character");
    }

    @Test
    void refusesLongTexts() {
        assertThat(codes(VELOCITY, inFilter("\"" + "é".repeat(501) + "\""))).containsExactly("too_long");
        assertThat(codes(VELOCITY, inFilter("\"" + "😀".repeat(500) + "\""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                           | ``             | malformed_json",
                "{\"measures\":[}             | ``             | malformed_json",
                "{\"measures\":[],}           | ``             | malformed_json",
                "{\"limit\":NaN}              | ``             | malformed_json",
                "{} {}                        | ``             | malformed_json",
                "{\"time\":{\"to\":1,\"to\":2}} | /time/to     | duplicate_member",
                "[]                           | ``             | wrong_type",
                "5                            | ``             | wrong_type",
                "null                         | ``             | wrong_type",
            })
    void refusesWhatIsNoObject(String text, String pointer, String code) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        ReadResult.Invalid.class,
                        invalid -> assertThat(invalid.errors()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo(pointer);
                            assertThat(fault.code()).isEqualTo(code);
                        }));
    }

    @Test
    void namesLineAndColumnOfMalformedJson() {
        assertThatThrownBy(() -> read("{\n  \"measures\": oops\n}").orThrow())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_JSON))
                .hasMessageContaining("line 2, column 1");
    }

    @Test
    void refusesHostileDocuments() {
        assertThat(read("[".repeat(100_000))).isInstanceOf(ReadResult.Invalid.class);
        assertThat(read("{\"a\":\"" + "x".repeat(1_500_000) + "\"}")).isInstanceOf(ReadResult.Invalid.class);
        assertThat(read("{\"limit\":" + "9".repeat(500) + "}")).isInstanceOf(ReadResult.Invalid.class);
        assertThat(SpecReader.interactive().read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .isInstanceOf(ReadResult.Invalid.class);
        assertThat(SpecReader.interactive().read("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(ReadResult.Invalid.class);
    }

    @Test
    void givesNoMoreThanAPageOfFaults() {
        String members = repeat("\"m%d\":1", 5_000);
        assertThat(faults(members)).hasSize(100);
    }

    @Test
    void quotesOnlyWhatIsHarmless() {
        String name = "\\u0000\\u202e" + "x".repeat(200) + "/~";
        assertThat(faults(VELOCITY, "\"" + name + "\":1")).singleElement().satisfies(fault -> {
            assertThat(fault.message()).startsWith("`??xxx").hasSizeLessThan(100);
            assertThat(fault.pointer()).hasSizeLessThan(110);
        });
    }

    @Test
    void throwsInvalidSpecWithEveryFault() {
        assertThatThrownBy(() -> read("{\"limit\":0}").orThrow())
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_SPEC);
                    assertThat(problem.errors()).hasSize(2);
                })
                .hasMessageStartingWith("2 places");
    }

    @Test
    void readsASpecInsideOfADocument() throws Exception {
        var document = Json.mapper().readTree("{\"spec\":{" + VELOCITY + "}}");
        assertThat(SpecReader.forJobs().read(document.get("spec")).orThrow().measures())
                .hasSize(1);
    }

    private static String inFilter(String values) {
        return "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[" + values + "]}]";
    }

    private static String repeat(String item, int times) {
        return IntStream.range(0, times).mapToObj(item::formatted).collect(Collectors.joining(","));
    }

    private static List<String> codes(String... members) {
        return faults(members).stream().map(FieldError::code).toList();
    }

    private static List<FieldError> faults(String... members) {
        return switch (read("{" + String.join(",", members) + "}")) {
            case ReadResult.Valid _ -> List.of();
            case ReadResult.Invalid invalid -> invalid.errors();
        };
    }

    private static ReadResult read(String json) {
        return SpecReader.interactive().read(json);
    }
}
