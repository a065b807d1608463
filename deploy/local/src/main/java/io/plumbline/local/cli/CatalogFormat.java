package io.plumbline.local.cli;

import picocli.CommandLine.Option;

/** The option that names another tool's format. */
final class CatalogFormat {
    /** Its values; the names are those of the API. */
    enum Name {
        dbt,
        osi
    }

    @Option(
            names = "--format",
            defaultValue = "dbt",
            paramLabel = "FORMAT",
            description =
                    "dbt (semantic models and metrics) or osi (Open Semantic Interchange); default: ${DEFAULT-VALUE}.")
    private Name name;

    String query() {
        return "?format=" + name;
    }
}
