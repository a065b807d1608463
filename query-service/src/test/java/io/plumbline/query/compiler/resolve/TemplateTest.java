package io.plumbline.query.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.expression.ExpressionParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"count(*) filter (where added)", "coalesce(sum(points_end) filter (where completed), 0)", "3"})
    void alwaysHasTheValueThatNothingGives(String text) {
        assertThat(template(text).alwaysHasValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sum(points_end)", "coalesce(sum(points_end), max(points_start))", "1 / nullif(count(*), 0)"})
    void mayLackOneOtherwise(String text) {
        assertThat(template(text).alwaysHasValue()).isFalse();
    }

    private static Template template(String text) {
        return Template.plain(ExpressionParser.parse(text));
    }
}
