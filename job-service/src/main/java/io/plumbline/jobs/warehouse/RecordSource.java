package io.plumbline.jobs.warehouse;

import java.io.IOException;
import java.sql.SQLException;

/** The records of an import, which can be gone through more than once. */
public interface RecordSource {
    /** Hands each line to the sink, in order. */
    void forEach(LineSink sink) throws IOException, SQLException;

    /** Takes lines. */
    interface LineSink {
        /** @param bytes may be longer than the line; valid during the call only */
        void line(long number, byte[] bytes, int length, boolean tooLong) throws SQLException;
    }
}
