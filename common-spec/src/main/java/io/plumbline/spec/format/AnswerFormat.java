package io.plumbline.spec.format;

import io.plumbline.spec.format.arrow.ArrowFormat;
import io.plumbline.spec.format.parquet.ParquetFormat;
import java.util.Arrays;
import java.util.List;

/** The forms in which an answer is given, the preferred one first. */
public enum AnswerFormat {
    /** One document with the rows and what they were made of. */
    JSON("application/json", "application/json"),
    /** See {@link NdjsonFormat}. */
    NDJSON("application/x-ndjson", "application/x-ndjson"),
    /** See {@link CsvFormat}. */
    CSV("text/csv", "text/csv;charset=UTF-8;header=present"),
    /** See {@link ArrowFormat}. */
    ARROW("application/vnd.apache.arrow.stream", "application/vnd.apache.arrow.stream"),
    /** See {@link ParquetFormat}. */
    PARQUET("application/vnd.apache.parquet", "application/vnd.apache.parquet");

    private final String mediaType;
    private final String contentType;

    AnswerFormat(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /** As a caller names it, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** As the answer names it. */
    public String contentType() {
        return contentType;
    }

    /** Whether the rows go out while they are read. */
    public boolean isStreamed() {
        return this != JSON;
    }

    /** A new writer of one answer's rows; only for a streamed form. */
    public RowFormat rows() {
        return switch (this) {
            case JSON -> throw new IllegalStateException("JSON is written as a whole");
            case NDJSON -> new NdjsonFormat();
            case CSV -> new CsvFormat();
            case ARROW -> new ArrowFormat();
            case PARQUET -> new ParquetFormat();
        };
    }

    /** The media types of all forms. */
    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(AnswerFormat::mediaType).toList();
    }
}
