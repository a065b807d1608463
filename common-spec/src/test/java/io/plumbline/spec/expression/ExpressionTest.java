package io.plumbline.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plumbline.spec.expression.Expression.Aggregate;
import io.plumbline.spec.expression.Expression.Call;
import io.plumbline.spec.expression.Expression.Case;
import io.plumbline.spec.expression.Expression.Column;
import io.plumbline.spec.expression.Expression.Membership;
import io.plumbline.spec.expression.Expression.NullLiteral;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void refusesNodesThatNoTemplateCanWrite() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Call(ScalarFunction.ABS, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Aggregate(AggregateFunction.SUM, null, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Aggregate(AggregateFunction.COUNT, null, true, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aggregate(AggregateFunction.AVG, new Column("a"), true, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Case(List.of(), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Membership(new NullLiteral(), List.of(), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberLiteral(BigDecimal.valueOf(-1)));
    }

    @Test
    void walksEveryPart() {
        Expression expression = ExpressionParser.parse(
                "case when a in (b, 1) then -c when not d is null then abs(e) else sum(f) filter (where g = h) end");
        assertThat(expression.stream().filter(Column.class::isInstance).map(part -> ((Column) part).name()))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(expression.hasAggregate()).isTrue();
        assertThat(ExpressionParser.parse("a").hasAggregate()).isFalse();
    }
}
