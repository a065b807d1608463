package io.plumbline.jobs.result;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Packs rows into pages as they come; it holds one page, packed. */
public final class PageWriter {
    /** Of each page but the last. */
    public static final int ROWS = 1_000;

    private ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private GZIPOutputStream page = begin(packed);
    private int inPage;
    private int pages;
    private long rows;
    private long bytes;

    /**
     * Adds a row.
     *
     * @param line its values as a JSON array in UTF-8
     * @return the page that it filled, if it did
     */
    public Optional<ResultPage> add(byte[] line) {
        try {
            page.write(line);
            page.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
        return ++inPage == ROWS ? Optional.of(take()) : Optional.empty();
    }

    /** The last page, if there are rows that no page had yet. */
    public Optional<ResultPage> last() {
        return inPage == 0 ? Optional.empty() : Optional.of(take());
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** How many pages were taken. */
    public int pages() {
        return pages;
    }

    /** How large they are, packed. */
    public long bytes() {
        return bytes;
    }

    private ResultPage take() {
        try {
            page.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var taken = new ResultPage(pages, rows - inPage, inPage, Buffer.buffer(packed.toByteArray()));
        pages++;
        bytes += taken.rows().length();
        inPage = 0;
        packed = new ByteArrayOutputStream();
        page = begin(packed);
        return taken;
    }

    private static GZIPOutputStream begin(ByteArrayOutputStream out) {
        try {
            return new GZIPOutputStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
