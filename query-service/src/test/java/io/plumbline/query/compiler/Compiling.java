package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Compiles specs written as JSON against the product's own catalog and a few probes, at a fixed present. */
public final class Compiling {
    public static final List<Granularity> PERIODS =
            Arrays.stream(Granularity.values()).filter(Granularity::isCalendar).toList();

    public static final Catalog CATALOG = Probes.beside(CatalogFiles.load());
    public static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final QueryCompiler COMPILER = new QueryCompiler();

    private Compiling() {}

    /** The query of a spec that must have no fault. */
    public static Compiled.Query query(String spec) {
        return query(spec(spec));
    }

    public static Compiled.Query query(AnalyticsSpec spec) {
        Compiled compiled = COMPILER.compile(spec, CATALOG, NOW, "acme");
        assertThat(compiled).isInstanceOf(Compiled.Query.class);
        return (Compiled.Query) compiled;
    }

    /** The faults of a spec, with single quotes for double ones; empty where there is none. */
    public static List<FieldError> faults(String spec) {
        return faults(spec, CATALOG);
    }

    public static List<FieldError> faults(String spec, Catalog catalog) {
        return switch (COMPILER.compile(spec(spec), catalog, NOW, "acme")) {
            case Compiled.Rejected rejected -> rejected.errors();
            case Compiled.Query _ -> List.of();
        };
    }

    /** Reads the spec; single quotes may stand for double ones. */
    public static AnalyticsSpec spec(String json) {
        try {
            return Json.mapper().readValue(json.replace('\'', '"'), AnalyticsSpec.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
