package io.plumbline.jobs.imports;

import java.util.List;

/** Lists in pieces. */
final class ImportPages {
    private ImportPages() {}

    /** @param total how many there are in all */
    public record Imports(List<ImportView> imports, long total, int offset, int limit) {}

    /** @param total how many lines were rejected in all; of very many only the first are kept */
    public record Rejections(List<ImportView.Rejection> rejections, long total, int offset, int limit) {}
}
