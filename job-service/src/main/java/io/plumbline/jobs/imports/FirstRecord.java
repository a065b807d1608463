package io.plumbline.jobs.imports;

import io.plumbline.jobs.tracker.LineReader;
import io.plumbline.jobs.tracker.RecordReader;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Looks at a file's first line, so that what is no import at all is refused at once. */
final class FirstRecord {
    private static final String EXPECTED =
            "expected one JSON object a line, like {\"kind\": \"issue\", \"data\": {…}}, as NDJSON, plain or gzip";

    private FirstRecord() {}

    /** @throws ProblemException (400) where the file is empty or its first line is no tracker record */
    static void check(Path file, boolean gzipPromised) throws IOException {
        if (gzipPromised && !SpooledFile.isGzip(file)) {
            throw refused("The header Content-Encoding says gzip, but the body is no gzip stream; " + EXPECTED + ".");
        }
        try {
            new SpooledFile(file, share -> {}).forEach(FirstRecord::check);
        } catch (Seen e) {
            return;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw refused("The body begins like gzip, but can't be unpacked; " + EXPECTED + ".");
        }
        throw refused("The body is empty; " + EXPECTED + ".");
    }

    private static void check(long number, byte[] bytes, int length, boolean tooLong) {
        if (tooLong) {
            throw refused(
                    "Line %d is longer than %d MB; %s.".formatted(number, LineReader.MAX_LINE / 1_000_000, EXPECTED));
        }
        if (new RecordReader().kindOf(bytes, length) == null) {
            throw refused("Line %d is no tracker record with a \"kind\"; %s.".formatted(number, EXPECTED));
        }
        throw new Seen();
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(
                CommonProblem.INVALID_REQUEST, reason, List.of(FieldError.of("", "not_ndjson", reason)));
    }

    /** Ends the reading after the first line. */
    private static final class Seen extends RuntimeException {
        private Seen() {
            super(null, null, false, false);
        }
    }
}
