package io.plumbline.query.compiler.sql;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The one place where names become SQL; jOOQ quotes them. */
final class Identifiers {
    private Identifiers() {}

    /** The name of a relation or function with its schema. */
    static Name qualified(String name) {
        int dot = name.indexOf('.');
        return DSL.quotedName(name.substring(0, dot), name.substring(dot + 1));
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
