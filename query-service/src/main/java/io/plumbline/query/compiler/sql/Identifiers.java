package io.plumbline.query.compiler.sql;

import io.plumbline.spec.catalog.Entity;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The one place where names become SQL; jOOQ quotes them. */
final class Identifiers {
    private Identifiers() {}

    static Table<?> relation(Entity entity) {
        int dot = entity.relation().indexOf('.');
        return DSL.table(DSL.quotedName(
                entity.relation().substring(0, dot), entity.relation().substring(dot + 1)));
    }

    static Name name(String name) {
        return DSL.quotedName(name);
    }

    static Table<?> step(String name) {
        return DSL.table(name(name));
    }

    static Field<Object> column(String source, String name) {
        return DSL.field(DSL.quotedName(source, name), SQLDataType.OTHER);
    }

    static Field<Object> output(String name) {
        return DSL.field(name(name), SQLDataType.OTHER);
    }
}
