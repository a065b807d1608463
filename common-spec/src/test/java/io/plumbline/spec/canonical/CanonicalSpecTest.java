package io.plumbline.spec.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.read.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalSpecTest {
    @Test
    void makesDefaultsExplicitAndDropsWhatHasNoInfluence() {
        assertThat(CanonicalSpec.json(spec("""
                {"chart": {"type": "bar"}, "dimensions": ["created_at", "label"], "sort": [{"field": "label"}],
                 "measures": [{"name": "velocity@1", "as": "velocity", "agg": "median", "params": {"b": 2, "a": 1}}]}"""))).isEqualTo("""
                {"datasource":"warehouse","dimensions":[{"field":"created_at","granularity":"day"},"label"],\
                "limit":1000,"measures":[{"agg":"p50","name":"velocity@1","params":{"a":1,"b":2}}],\
                "sort":[{"dir":"asc","field":"label"}],"time":{"timezone":"UTC"}}""");
    }

    @Test
    void hashIsStable() {
        assertThat(SpecHash.of(spec("{\"measures\":[{\"name\":\"velocity\"}]}")))
                .isEqualTo("c4240efb5644af6bf2c87261b60ebf016c1bb06594e378a8c1aee2b789a16c53");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"limit\":1000 | \"datasource\":\"warehouse\"",
                "\"time\":{} | \"time\":{\"timezone\":\"UTC\"}",
                "\"time\":{\"timezone\":\"Etc/UTC\"} | \"time\":{\"timezone\":\"Zulu\"}",
                "\"time\":{\"granularity\":\"week\"} | \"dimensions\":[{\"field\":\"metric_time\",\"granularity\":\"week\"}]",
                "\"time\":{\"granularity\":\"week\"},\"dimensions\":[\"metric_time\"] | \"dimensions\":[{\"field\":\"metric_time\",\"granularity\":\"week\"}]",
                "\"time\":{\"granularity\":\"week\"},\"dimensions\":[\"created_at\"] | \"dimensions\":[{\"field\":\"created_at\",\"granularity\":\"day\"}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[\"x\"]}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":\"x\"}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"not_in\",\"value\":[\"x\",\"x\"]}] | \"filters\":[{\"field\":\"a\",\"op\":\"!=\",\"value\":\"x\"}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[3,1,2.0]}] | \"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[1e0,2,3,3]}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"between\",\"value\":[2,2.0]}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":2}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":100}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1e2}]",
                "\"sort\":[{\"field\":\"velocity\"}] | \"sort\":[{\"field\":\"velocity\",\"dir\":\"asc\"}]",
            })
    void equalMeaningHasEqualHash(String one, String other) {
        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dimensions\":[\"a\",\"b\"] | \"dimensions\":[\"b\",\"a\"]",
                "\"time\":{\"timezone\":\"Europe/London\"} | \"time\":{\"timezone\":\"UTC\"}",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":\"1\"}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":\"true\"}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":true}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[\"x\",\"y\"]}] | \"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[\"x,y\"]}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"between\",\"value\":[1,2]}] | \"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[1,2]}]",
                "\"sort\":[{\"field\":\"velocity\"}] | \"sort\":[]",
            })
    void differentMeaningHasDifferentHash(String one, String other) {
        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    private static String hash(String members) {
        return SpecHash.of(spec("{\"measures\":[{\"name\":\"velocity\"}]," + members + "}"));
    }

    private static AnalyticsSpec spec(String json) {
        return SpecReader.interactive().read(json).orThrow();
    }
}
