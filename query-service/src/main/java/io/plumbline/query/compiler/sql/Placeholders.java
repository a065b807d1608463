package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Expr;
import io.plumbline.query.compiler.sql.SqlQuery.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Numbers the binds in the order of the text, one number for each name. jOOQ never sees a value. Each placeholder says its
 * type, so that the database has nothing to guess.
 */
final class Placeholders {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Expr.Bind> binds = new LinkedHashMap<>();

    Field<Object> placeholder(Expr.Bind bind) {
        return new Placeholder(bind);
    }

    /** The values, in the order of their numbers; complete once the text is rendered. */
    List<Parameter> parameters() {
        return binds.values().stream()
                .map(bind -> new Parameter(bind.name(), bind.value(), bind.isPresent()))
                .toList();
    }

    private int number(Expr.Bind bind) {
        Expr.Bind known = binds.putIfAbsent(bind.name(), bind);
        if (known != null && !isSame(known, bind)) {
            throw new IllegalStateException("two values are named " + bind.name());
        }
        return numbers.computeIfAbsent(bind.name(), name -> numbers.size() + 1);
    }

    private static boolean isSame(Expr.Bind one, Expr.Bind other) {
        return Objects.deepEquals(one.value(), other.value()) && one.isPresent() == other.isPresent();
    }

    private final class Placeholder extends CustomField<Object> {
        private final transient Expr.Bind bind;

        Placeholder(Expr.Bind bind) {
            super(DSL.name("placeholder"), SQLDataType.OTHER);
            this.bind = bind;
        }

        @Override
        public void accept(Context<?> context) {
            context.sql("cast($" + number(bind) + " as " + Types.name(bind.type()) + ")", true);
        }
    }
}
