package io.plumbline.catalog.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.catalog.definition.MetricDocument;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.yaml.YamlReader;
import io.plumbline.catalog.interop.yaml.YamlText;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's whole catalog, out and in again. */
class RoundTripTest {
    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Catalog EMPTY = new Catalog("", CATALOG.entities(), CATALOG.dimensions(), List.of());

    @ParameterizedTest
    @EnumSource
    void givesBackEveryMetricAsItWas(Format format) throws Exception {
        assertThat(definitions(format, CATALOG)).containsExactlyInAnyOrderElementsOf(CATALOG.metrics());
    }

    @ParameterizedTest
    @EnumSource
    void needsNoCatalogOfTheSameMetricsToReadThem(Format format) throws Exception {
        assertThat(definitions(format, EMPTY)).containsExactlyInAnyOrderElementsOf(CATALOG.metrics());
    }

    private static List<MetricDefinition> definitions(Format format, Catalog into) throws Exception {
        String file = YamlText.of(format.export(CATALOG));
        return format.read(YamlReader.read(file), into).stream()
                .map(Reading.Taken.class::cast)
                .peek(taken -> assertThat(taken.assumed()).as(taken.name()).isEmpty())
                .map(taken -> MetricDocument.bind(taken.definition()).orElseThrow())
                .toList();
    }
}
