package io.plumbline.query.compiler;

import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.List;

/** What came of opening a cell: statements to run, or every mistake found. */
public sealed interface Opened {

    /**
     * The request is wrong.
     *
     * @param errors all faults, with pointers into the request; never empty
     */
    record Rejected(List<FieldError> errors) implements Opened {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The cell can be opened.
     *
     * @param page rows; its last two columns are the sum of all rows' values and the number of all rows
     * @param totals those two alone, for a page that has no row to tell them
     * @param notes what to mind when reading the rows
     * @param measure the column that was opened
     * @param metric what it is a number of
     * @param part which part of it; null where it has none
     */
    record Query(
            SqlQuery page, SqlQuery totals, List<String> notes, String measure, MetricDefinition metric, String part)
            implements Opened {
        public Query {
            notes = List.copyOf(notes);
        }
    }
}
