package io.plumbline.jobs.result;

import io.vertx.core.buffer.Buffer;

/**
 * A page of a result.
 *
 * @param page its number, from 0
 * @param firstRow number of its first row in the result, from 0
 * @param rowCount how many rows it has
 * @param rows a JSON array of values a line, compressed by gzip
 */
public record ResultPage(int page, long firstRow, int rowCount, Buffer rows) {}
