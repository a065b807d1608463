package io.plumbline.query.run;

import io.plumbline.spec.result.ResultColumn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.stream.StreamSupport;

/** The rows of a statement, read a page at a time. */
final class RowPages {
    /** Few enough that a page is small in memory, many enough that an answer takes few round trips. */
    static final int ROWS = 200;

    private final Cursor cursor;
    private final List<ResultColumn> columns;

    RowPages(Cursor cursor, List<ResultColumn> columns) {
        this.cursor = cursor;
        this.columns = columns;
    }

    /** The next rows, each with its values in the order of the columns; none after the last. */
    Uni<List<List<Object>>> next() {
        return cursor.read(ROWS)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> RowValues.of(row, columns))
                        .toList());
    }

    boolean hasMore() {
        return cursor.hasMore();
    }
}
