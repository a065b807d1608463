package io.plumbline.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Json;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema, the records and the reader say the same. */
class SpecSchemaTest {
    private static final JsonNode SCHEMA = json(SpecSchema.text());
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    @Test
    void isAValidSchemaItself() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(URI.create("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(SCHEMA)).isEmpty();
    }

    @Test
    void hasTheMembersOfTheRecords() {
        assertMembers("", AnalyticsSpec.class);
        assertMembers("/$defs/measure", Measure.class);
        assertMembers("/$defs/condition", Filter.Test.class);
        assertMembers("/$defs/filter/oneOf/1", Filter.All.class);
        assertMembers("/$defs/filter/oneOf/2", Filter.Any.class);
        assertMembers("/$defs/filter/oneOf/3", Filter.Not.class);
        assertMembers("/$defs/per", Rollup.class);
        assertMembers("/$defs/show", Show.class);
        assertMembers("/$defs/time", TimeRange.class);
        assertMembers("/$defs/sort", Sort.class);
        assertMembers("/$defs/chart", Chart.class);
        assertMembers("/$defs/dimension/anyOf/1", Dimension.class);
    }

    @Test
    void hasTheClosedSetsOfTheEnums() {
        assertThat(texts("/$defs/measure/properties/agg/enum"))
                .isEqualTo(Texts.wireNames(Aggregation.values(), Aggregation::wireName));
        assertThat(texts("/$defs/condition/properties/op/enum"))
                .isEqualTo(Texts.wireNames(Operator.values(), Operator::wireName));
        assertThat(texts("/$defs/granularity/enum"))
                .isEqualTo(Texts.wireNames(Granularity.values(), Granularity::wireName));
        assertThat(texts("/$defs/time/properties/compare/enum"))
                .isEqualTo(Texts.wireNames(Comparison.values(), Comparison::wireName));
        assertThat(texts("/$defs/sort/properties/dir/enum"))
                .isEqualTo(Texts.wireNames(Sort.Direction.values(), Sort.Direction::wireName));
    }

    @ParameterizedTest
    @CsvSource({
        "/properties/measures/maxItems, " + SpecLimits.MEASURES,
        "/properties/dimensions/maxItems, " + SpecLimits.DIMENSIONS,
        "/properties/filters/maxItems, " + SpecLimits.FILTERS,
        "/properties/sort/maxItems, " + SpecLimits.SORT_KEYS,
        "/properties/limit/maximum, " + SpecLimits.JOB_ROWS,
        "/properties/limit/default, " + SpecLimits.INTERACTIVE_ROWS,
        "/$defs/filters/maxItems, " + SpecLimits.FILTERS,
        "/$defs/per/properties/dimensions/maxItems, " + SpecLimits.DIMENSIONS,
        "/$defs/window/oneOf/0/properties/periods/maximum, " + SpecLimits.WINDOW_PERIODS,
        "/$defs/measure/properties/min_n/maximum, " + SpecLimits.MIN_N,
        "/$defs/time/properties/sprints/maximum, " + SpecLimits.PREVIOUS_SPRINTS,
        "/$defs/text/maxLength, " + SpecLimits.VALUE_LENGTH,
        "/$defs/measure/properties/params/maxProperties, " + SpecLimits.PARAMETERS,
        "/$defs/condition/oneOf/2/properties/value/maxItems, " + SpecLimits.FILTER_VALUES,
    })
    void hasTheLimits(String pointer, int limit) {
        assertThat(SCHEMA.at(pointer).intValue()).isEqualTo(limit);
    }

    @Test
    void reservesTheColumnsThatTheAnswerMakes() {
        assertThat(SCHEMA.at("/$defs/measure/properties/as/not/pattern").textValue())
                .isEqualTo("(" + String.join("|", MeasureShape.RESERVED_ENDINGS) + ")$");
    }

    @Test
    void describesEveryMember() {
        assertThat(SCHEMA.findValues("properties"))
                .allSatisfy(properties -> properties
                        .propertyStream()
                        .filter(member -> !member.getKey().equals("op")
                                && !member.getKey().equals("value"))
                        .forEach(member -> assertThat(member.getValue().has("description")
                                        || member.getValue().has("$ref")
                                        || member.getValue().has("enum"))
                                .as(member.getKey())
                                .isTrue()));
    }

    @Test
    void examplesAreSpecs() {
        assertThat(SCHEMA.get("examples")).hasSizeGreaterThan(2).allSatisfy(example -> {
            assertThat(VALIDATOR.validate(example)).isEmpty();
            assertThat(SpecReader.interactive().read(example)).isInstanceOf(ReadResult.Valid.class);
        });
    }

    @Property(tries = 150)
    void acceptsWhatTheReaderAccepts(@ForAll("specs") AnalyticsSpec spec) {
        JsonNode document = Json.mapper().valueToTree(spec);
        assertThat(VALIDATOR.validate(document)).isEmpty();
        assertThat(SpecReader.forJobs().read(document.toString()).orThrow()).isEqualTo(spec);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatTheReaderRefuses(Mutation mutation) {
        for (AnalyticsSpec spec : ArbitrarySpecs.specs().sampleStream().limit(5).toList()) {
            ObjectNode document = Json.mapper().valueToTree(spec);
            mutation.apply(document);
            assertThat(VALIDATOR.validate(document)).as(document.toString()).isNotEmpty();
            assertThat(SpecReader.forJobs().read(document)).isInstanceOf(ReadResult.Invalid.class);
        }
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return ArbitrarySpecs.specs();
    }

    private static void assertMembers(String pointer, Class<?> type) {
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(SpecSchemaTest::wireName)
                .collect(Collectors.toSet());
        Set<String> members = SCHEMA.at(pointer + "/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(members).isEqualTo(components);
        assertThat(SCHEMA.at(pointer + "/additionalProperties").isBoolean()).isTrue();
    }

    private static String wireName(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named != null
                ? named.value()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(String pointer) {
        return SCHEMA.at(pointer).valueStream().map(JsonNode::textValue).toList();
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
