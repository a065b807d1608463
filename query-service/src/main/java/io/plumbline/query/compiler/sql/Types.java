package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Type;

/** PostgreSQL's names of the plan's types. */
final class Types {
    private Types() {}

    static String name(Type type) {
        return switch (type) {
            case TEXT -> "text";
            case TEXT_LIST -> "text[]";
            case BOOLEAN -> "boolean";
            case BOOLEAN_LIST -> "boolean[]";
            case INTEGER -> "bigint";
            case INTEGER_LIST -> "integer[]";
            case NUMERIC -> "numeric";
            case DOUBLE -> "double precision";
            case DATE -> "date";
            case DATE_LIST -> "date[]";
            case INSTANT -> "timestamptz";
            case LOCAL -> "timestamp";
        };
    }
}
