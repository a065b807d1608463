package io.plumbline.jobs.warehouse;

import java.sql.Connection;
import java.sql.SQLException;

/** Hears how an import goes on. */
public interface ImportProgress {
    /** The lines are gone through from the beginning (again, where fields were detected on the way). */
    void restarted() throws SQLException;

    void accepted() throws SQLException;

    /** @param line number in the file; 0 and below for records that were stored earlier */
    void rejected(long line, String reason, String excerpt) throws SQLException;

    /** A named step of the merge begins; {@code share} of the merge lies behind. */
    void step(String name, double share) throws SQLException;

    /** The last statements of the merge's transaction. */
    void completed(Connection connection) throws SQLException;
}
