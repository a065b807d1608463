package io.plumbline.query.compiler.sql;

import java.util.List;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A piece of syntax of PostgreSQL's own: fixed texts with fields between them. */
final class Fragment extends CustomField<Object> {
    private final List<String> texts;
    private final List<Field<?>> fields;

    private Fragment(List<String> texts, List<Field<?>> fields) {
        super(DSL.name("expression"), SQLDataType.OTHER);
        this.texts = texts;
        this.fields = fields;
    }

    /** @param pattern texts around the fields, whose places are marked by {@code ~} */
    static Field<Object> of(String pattern, Field<?>... fields) {
        return new Fragment(List.of(pattern.split("~", -1)), List.of(fields));
    }

    @Override
    public void accept(Context<?> context) {
        // Literal: without a look for line breaks to indent, of which there are none.
        context.sql(texts.getFirst(), true);
        for (int i = 0; i < fields.size(); i++) {
            context.visit(fields.get(i)).sql(texts.get(i + 1), true);
        }
    }
}
