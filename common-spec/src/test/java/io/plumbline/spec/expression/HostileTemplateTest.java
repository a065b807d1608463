package io.plumbline.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an attacker with the right to write templates would try: each is refused at the first token that is no part. */
class HostileTemplateTest {

    static Stream<Arguments> corpus() {
        return Stream.of(
                attempt("(select 1)", "select", 2),
                attempt("points + (select max(points) from warehouse.issues)", "select", 11),
                attempt("exists (select 1)", "exists", 1),
                attempt("SELECT 1", "SELECT", 1),
                attempt("SeLeCt(1)", "SeLeCt", 1),
                attempt("1 union select 2", "union", 3),
                attempt("1; drop table warehouse.issues", ";", 2),
                attempt("1 -- the rest", "--", 3),
                attempt("1--1", "--", 2),
                attempt("a /* b */", "/*", 3),
                attempt("a */ b", "*/", 3),
                attempt("\"points\"", "\"", 1),
                attempt("`points`", "`", 1),
                attempt("[points]", "[", 1),
                attempt("warehouse.issues", ".", 10),
                attempt("pg_sleep(1)", "pg_sleep", 1),
                attempt("set_config('app.tenant_id', 'globex', true)", "set_config", 1),
                attempt("current_setting('app.tenant_id')", "current_setting", 1),
                attempt("pg_catalog.pg_sleep(1)", ".", 11),
                attempt("query_to_xml('select 1', true, true, '')", "query_to_xml", 1),
                attempt("lo_import('/etc/passwd')", "lo_import", 1),
                attempt("dblink('host=example')", "dblink", 1),
                attempt("version()", "version", 1),
                attempt("points::text", "::", 7),
                attempt("cast(points as text)", "cast", 1),
                attempt("points as text", "as", 8),
                attempt("$$text$$", "$", 1),
                attempt("$tag$ text $tag$", "$", 1),
                attempt("$1", "$", 1),
                attempt("?", "?", 1),
                attempt("E'\\x41'", "E'\\x41'".substring(0, 1), 1),
                attempt("'a\\'' or true", "\\", 3),
                attempt("U&'d\\0061t'", "U", 1),
                attempt("'nul\u0000'", "U+0000", 5),
                attempt("poi\u0000nts", "U+0000", 4),
                attempt("points\u00a0+ 1", "U+00A0", 7),
                attempt("points\u200b", "U+200B", 7),
                attempt("\u202epoints", "U+202E", 1),
                attempt("'right\u202eleft'", "U+202E", 7),
                attempt("p\u043eints", "U+043E", 2),
                attempt("\uff1bdrop", "U+FF1B", 1),
                attempt("\uff07text\uff07", "U+FF07", 1),
                attempt("'lone \ud800'", "U+D800", 7),
                attempt("a || b", "|", 3),
                attempt("a ~ 'x'", "~", 3),
                attempt("a @> b", "@", 3),
                attempt("a <> b", ">", 4),
                attempt("a == b", "=", 4),
                attempt("a like 'x%'", "like", 3),
                attempt("a between 1 and 2", "between", 3),
                attempt("sum(points) over (partition by tenant_id)", "over", 13),
                attempt("sum(points) filter (where true) filter (where true)", "filter", 33),
                attempt("array[1]", "array", 1),
                attempt("row(1, 2)", "row", 1),
                attempt("interval '1 day'", "'1 day'", 10),
                attempt("1e9", "e9", 2),
                attempt("0x1F", "x1F", 2),
                attempt("%s", "%", 1),
                attempt("{{ points }}", "{", 1),
                attempt("points\\g", "\\", 7),
                attempt("", "", 1),
                attempt("   ", "", 4),
                attempt("(".repeat(10_000) + "1" + ")".repeat(10_000), "(", 2_001),
                attempt("(".repeat(900) + "1" + ")".repeat(900), "(", 33),
                attempt("not ".repeat(400) + "a", "not", 129),
                attempt("- ".repeat(900) + "1", "-", 65),
                attempt("abs(".repeat(300) + "1" + ")".repeat(300), "abs", 129),
                attempt("a".repeat(1_000_000), "a", 2_001));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void refusesNamingTokenAndPosition(String template, String token, int position) {
        ExpressionFault fault = ExpressionParserTest.faultOf(template);
        assertThat(fault.token()).isEqualTo(token);
        assertThat(fault.position()).isEqualTo(position);
        assertThat(fault.describe()).doesNotContain("Exception").hasSizeLessThan(300);
    }

    private static Arguments attempt(String template, String token, int position) {
        return Arguments.of(template, token, position);
    }
}
