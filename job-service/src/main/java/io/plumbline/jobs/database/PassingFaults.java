package io.plumbline.jobs.database;

import java.sql.SQLException;

/** Tells faults of the database that pass from those that come again. */
public final class PassingFaults {
    private PassingFaults() {}

    /** Connection lost, resources spent, shutting down, deadlock, lock or serialization: another try may go well. */
    public static boolean isPassing(SQLException e) {
        String state = e.getSQLState() == null ? "08000" : e.getSQLState();
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("40001")
                || state.equals("40P01")
                || state.equals("55P03")
                || state.equals("25P03");
    }
}
