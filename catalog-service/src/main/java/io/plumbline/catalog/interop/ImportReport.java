package io.plumbline.catalog.interop;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.spec.problem.FieldError;
import java.util.List;

/**
 * What became of a file.
 *
 * @param dryRun whether nothing was written
 * @param created how many metrics are new
 * @param updated how many got a new version
 * @param unchanged how many the catalog had already
 * @param refused how many changed nothing, for reasons that their items tell
 * @param items one for each metric of the file, in its order
 */
public record ImportReport(
        String format, boolean dryRun, int created, int updated, int unchanged, int refused, List<Item> items) {
    static final String UNCHANGED = "unchanged";
    static final String REFUSED = "refused";

    /**
     * One metric of the file.
     *
     * @param name in the file
     * @param pointer to its place in the file
     * @param result created, updated, unchanged or refused
     * @param metric name and version here; absent where it was refused
     * @param assumed what the file does not say and was filled in
     * @param errors why it was refused; their pointers lead into the file
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            String name, String pointer, String result, String metric, List<String> assumed, List<FieldError> errors) {}

    static ImportReport of(Format format, boolean dryRun, List<Item> items) {
        return new ImportReport(
                format.wireName(),
                dryRun,
                count(items, "created"),
                count(items, "updated"),
                count(items, UNCHANGED),
                count(items, REFUSED),
                items);
    }

    private static int count(List<Item> items, String result) {
        return (int) items.stream().filter(item -> item.result().equals(result)).count();
    }
}
