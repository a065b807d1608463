package io.plumbline.query.compiler.plan;

import java.util.List;

/** Turns the rows of a warning's query into sentences for people. A pure function. */
@FunctionalInterface
public interface Sentences {

    /**
     * @param rows each row's values in the order of the query's columns, null where the database has null: texts as
     *     {@code String}, whole numbers as {@code Long}, conditions as {@code Boolean}
     * @return a sentence each, empty when there is nothing to say
     */
    List<String> from(List<List<Object>> rows);
}
