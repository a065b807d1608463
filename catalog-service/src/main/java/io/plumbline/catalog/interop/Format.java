package io.plumbline.catalog.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.dbt.DbtExport;
import io.plumbline.catalog.interop.dbt.DbtImport;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.osi.OsiExport;
import io.plumbline.catalog.interop.osi.OsiImport;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A format of other tools. */
public enum Format {
    /** dbt's semantic layer: semantic models and metrics, as MetricFlow's YAML has them. */
    DBT {
        @Override
        ObjectNode export(Catalog catalog) {
            return DbtExport.of(catalog);
        }

        @Override
        List<Reading> read(JsonNode file, Catalog catalog) {
            return DbtImport.of(file, catalog);
        }
    },
    /** Open Semantic Interchange, now Apache Ossie: core specification 0.1.1. */
    OSI {
        @Override
        ObjectNode export(Catalog catalog) {
            return OsiExport.of(catalog);
        }

        @Override
        List<Reading> read(JsonNode file, Catalog catalog) {
            return OsiImport.of(file, catalog);
        }
    };

    /** The catalog as a file of this format. */
    abstract ObjectNode export(Catalog catalog);

    /**
     * The metrics of a file of this format, in its order.
     *
     * @param catalog whose entities and metrics the file may name
     * @throws Unmappable where it is no file of this format
     */
    abstract List<Reading> read(JsonNode file, Catalog catalog);

    /** The name on the wire, for example {@code dbt}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that wire name.
     *
     * @param wireName null means dbt
     * @throws ProblemException (400) where there is none
     */
    static Format load(String wireName) {
        if (wireName == null) {
            return DBT;
        }
        List<String> names = Arrays.stream(values()).map(Format::wireName).toList();
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> {
                    var error = new FieldError(
                            "/format",
                            "unknown_format",
                            "There is no such format.",
                            names,
                            NearestName.find(wireName, names).orElse(null));
                    return new ProblemException(CommonProblem.INVALID_REQUEST, error.message(), List.of(error));
                });
    }
}
