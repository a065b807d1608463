package io.plumbline.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.spec.expression.Expression.Aggregate;
import io.plumbline.spec.expression.Expression.Arithmetic;
import io.plumbline.spec.expression.Expression.Call;
import io.plumbline.spec.expression.Expression.Column;
import io.plumbline.spec.expression.Expression.Comparison;
import io.plumbline.spec.expression.Expression.Logical;
import io.plumbline.spec.expression.Expression.Not;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import io.plumbline.spec.expression.Expression.Parameter;
import io.plumbline.spec.expression.Expression.TextLiteral;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

    @Test
    void bindsProductsBeforeSumsAndFromTheLeft() {
        assertThat(ExpressionParser.parse("a - b - c * 2"))
                .isEqualTo(new Arithmetic(
                        ArithmeticOperator.SUBTRACT,
                        new Arithmetic(ArithmeticOperator.SUBTRACT, column("a"), column("b")),
                        new Arithmetic(
                                ArithmeticOperator.MULTIPLY, column("c"), new NumberLiteral(BigDecimal.valueOf(2)))));
    }

    @Test
    void bindsAndBeforeOrAndNotBeforeAnd() {
        assertThat(ExpressionParser.parse("a or not b and c"))
                .isEqualTo(new Logical(
                        LogicalOperator.OR,
                        column("a"),
                        new Logical(LogicalOperator.AND, new Not(column("b")), column("c"))));
    }

    @Test
    void readsTheTemplateOfAStuckIssue() {
        assertThat(ExpressionParser.parse("status_since <= snapshot_at - days(:days)"))
                .isEqualTo(new Comparison(
                        ComparisonOperator.LE,
                        column("status_since"),
                        new Arithmetic(
                                ArithmeticOperator.SUBTRACT,
                                column("snapshot_at"),
                                new Call(ScalarFunction.DAYS, List.of(new Parameter("days"))))));
    }

    @Test
    void readsAFilteredAggregate() {
        assertThat(ExpressionParser.parse("count(distinct issue_id) filter (where is_bug)"))
                .isEqualTo(new Aggregate(AggregateFunction.COUNT, column("issue_id"), true, column("is_bug")));
        assertThat(ExpressionParser.parse("count(*)"))
                .isEqualTo(new Aggregate(AggregateFunction.COUNT, null, false, null));
    }

    @Test
    void readsADoubledQuoteAsOne() {
        assertThat(ExpressionParser.parse("'won''t do'")).isEqualTo(new TextLiteral("won't do"));
    }

    @Test
    void keepsTheTextOfAnInjectionAttemptAsAText() {
        String hostile = "'; drop table issues; --";
        assertThat(ExpressionParser.parse("'" + hostile.replace("'", "''") + "'"))
                .isEqualTo(new TextLiteral(hostile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coalesce(sum(points_end) filter (where completed), 0)",
                "case when a > 1 then 'x' when a is null then 'y' else 'z' end",
                "status in ('a', 'b') and not priority not in ('c')",
                "-(-1) + -a * (b - (c - d))",
                "nullif(a, 0) / (b / c)",
                "(a or b) and (c or d)",
                "round(avg(points), 2)",
                "(a = b) = true"
            })
    void printsWhatItRead(String template) {
        assertThat(ExpressionPrinter.print(ExpressionParser.parse(template))).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a +              | 4  | ""    | the expression ends too early
            (a               | 3  | ""    | something else must stand here
            a b              | 3  | b     | the expression should have ended before this
            a = b = c        | 7  | =     | the expression should have ended before this
            a is 1           | 6  | 1     | something else must stand here
            median(a)        | 1  | median | there is no such function
            sum(*)           | 5  | *     | only count takes *
            avg(distinct a)  | 5  | distinct | only count takes distinct
            nullif(a)        | 1  | nullif | nullif takes 2 arguments
            round(a, 1, 2)   | 1  | round | round takes 1 to 2 arguments
            coalesce(a)      | 1  | coalesce | coalesce takes at least 2 arguments
            abs(a, b)        | 1  | abs   | abs takes 1 argument
            Points           | 1  | Points | names and keywords are written in lower case
            a AND b          | 3  | AND   | names and keywords are written in lower case
            where            | 1  | where | this keyword has no place here
            :null            | 1  | :null | this keyword has no place here
            1.               | 1  | 1.    | a number needs digits after its point
            'open            | 1  | 'open | the text is not closed by a quote
            : days           | 1  | :     | a colon begins a parameter's name; there are no casts
            a 'it''s'        | 3  | 'it''s' | the expression should have ended before this
            123456789012345678901 | 1 | 123456789012345678901 | a number has at most 20 digits
            ) | 1 | ) | a value must stand here
            """)
    void namesTokenAndPositionOfAFault(String template, int position, String token, String message) {
        ExpressionFault fault = faultOf(template);
        assertThat(fault.token()).isEqualTo(token);
        assertThat(fault.position()).isEqualTo(position);
        assertThat(fault.message()).isEqualTo(message);
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(faultOf("medain(a)").allowed()).contains("coalesce", "sum", "days_between");
        assertThat(faultOf("medain(a)").describe())
                .startsWith("at character 1 (medain): there is no such function; allowed: coalesce,");
        assertThat(faultOf("(a").describe()).isEqualTo("at the end: something else must stand here; allowed: )");
    }

    @Test
    void shortensALongToken() {
        assertThat(faultOf("'" + "x".repeat(500)).token()).hasSize(41).endsWith("…");
    }

    static ExpressionFault faultOf(String template) {
        var thrown = catchThrowableOfType(ExpressionException.class, () -> ExpressionParser.parse(template));
        assertThat(thrown).as("template is refused: %s", template).isNotNull();
        assertThat(thrown).hasMessage(thrown.fault().describe());
        return thrown.fault();
    }

    private static Column column(String name) {
        return new Column(name);
    }
}
