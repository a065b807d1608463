package io.plumbline.jobs.sync;

import java.sql.SQLException;

/** Faults of a database that another try may not meet. */
final class Passing {
    private Passing() {}

    /** Connection lost, resources spent, shutting down, deadlock, lock or serialization. */
    static boolean is(SQLException e) {
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
