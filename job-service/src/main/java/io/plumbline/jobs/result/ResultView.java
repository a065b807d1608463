package io.plumbline.jobs.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A page of a result.
 *
 * @param success always true; a failure is a problem document
 * @param meta what the rows were made of, as of a run; {@code emptiness} counts rows from the page's first
 */
record ResultView(boolean success, Data data, JsonNode meta, Page page) {
    /**
     * @param results one object for each row of the page
     * @param total the number of rows before the spec's limit
     */
    record Data(List<Map<String, Object>> results, long total) {}

    /**
     * @param page which one it is, from 1
     * @param pageSize rows of each page but the last
     * @param pages how many there are
     * @param rows of the whole result
     */
    record Page(int page, int pageSize, long pages, long rows) {}
}
