package io.plumbline.query.compiler;

import io.plumbline.query.compiler.plan.Sentences;
import io.plumbline.query.compiler.sql.SqlQuery;
import java.time.Instant;

/**
 * A question about the data behind an answer: what was left out or is only partly known.
 *
 * @param query at most a few hundred short rows
 * @param sentences turns its rows into warnings; no rows, no warning
 */
public record WarningQuery(SqlQuery query, Sentences sentences) {
    WarningQuery at(Instant now) {
        return new WarningQuery(query.at(now), sentences);
    }
}
