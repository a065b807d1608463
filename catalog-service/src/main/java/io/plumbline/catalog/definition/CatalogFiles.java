package io.plumbline.catalog.definition;

import io.plumbline.catalog.definition.rule.Admission;
import io.plumbline.spec.catalog.Catalog;
import java.nio.file.Path;

/** Loads the catalog from its definition files: read, validated by their schemas, admitted by every rule. */
public final class CatalogFiles {
    private CatalogFiles() {}

    /**
     * The catalog that this version of the product ships with.
     *
     * @throws DefinitionException where a definition is bad; the message names each file and fault
     */
    public static Catalog load() {
        return admitted(ClassPathFolder.read(DefinitionReader::read)).toCatalog();
    }

    /** The same from a folder with {@code entities.yaml}, {@code dimensions.yaml} and {@code metrics}. */
    public static Catalog load(Path folder) {
        return admitted(DefinitionReader.read(folder)).toCatalog();
    }

    private static Definitions admitted(Definitions definitions) {
        var faults = Admission.check(definitions);
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
        return definitions;
    }
}
