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
                "\"filters\":[{\"and\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"and\":[{\"field\":\"b\",\"op\":\"=\",\"value\":2}]}]}] | \"filters\":[{\"field\":\"b\",\"op\":\"=\",\"value\":2},{\"field\":\"a\",\"op\":\"=\",\"value\":1}]",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"b\",\"op\":\"=\",\"value\":2}]}] | \"filters\":[{\"or\":[{\"field\":\"b\",\"op\":\"=\",\"value\":2},{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"a\",\"op\":\"=\",\"value\":1}]}]}]",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"a\",\"op\":\"=\",\"value\":3}]}] | \"filters\":[{\"field\":\"a\",\"op\":\"in\",\"value\":[3,1]}]",
                "\"filters\":[{\"field\":\"a\",\"op\":\"!=\",\"value\":1},{\"field\":\"a\",\"op\":\"not_in\",\"value\":[3,4]}] | \"filters\":[{\"field\":\"a\",\"op\":\"not_in\",\"value\":[1,3,4]}]",
                "\"filters\":[{\"not\":{\"field\":\"a\",\"op\":\"=\",\"value\":1}}] | \"filters\":[{\"field\":\"a\",\"op\":\"!=\",\"value\":1}]",
                "\"filters\":[{\"not\":{\"not\":{\"field\":\"a\",\"op\":\"<\",\"value\":1}}}] | \"filters\":[{\"field\":\"a\",\"op\":\"<\",\"value\":1}]",
                "\"filters\":[{\"not\":{\"field\":\"a\",\"op\":\"is_null\"}}] | \"filters\":[{\"field\":\"a\",\"op\":\"is_not_null\"}]",
                "\"time\":{\"as_of\":\"2026-04-01\"} | \"time\":{\"as_of\":\"2026-04-01T02:00:00+02:00\"}",
                "\"time\":{\"compare\":\"previous_sprints\"} | \"time\":{\"compare\":\"previous_sprints\",\"sprints\":1}",
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
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"b\",\"op\":\"=\",\"value\":2}]}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"b\",\"op\":\"=\",\"value\":2}]",
                "\"filters\":[{\"not\":{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"b\",\"op\":\"=\",\"value\":2}]}}] | \"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"b\",\"op\":\"=\",\"value\":2}]}]",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"!=\",\"value\":1},{\"field\":\"a\",\"op\":\"!=\",\"value\":2}]}] | \"filters\":[{\"field\":\"a\",\"op\":\"not_in\",\"value\":[1,2]}]",
                "\"filters\":[{\"or\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1},{\"field\":\"a\",\"op\":\"=\",\"value\":\"1\"}]}] | \"filters\":[{\"field\":\"a\",\"op\":\"=\",\"value\":1}]",
                "\"time\":{\"as_of\":\"2026-04-01\"} | \"time\":{}",
                "\"time\":{\"compare\":\"previous_sprints\"} | \"time\":{\"compare\":\"previous_sprints\",\"sprints\":2}",
            })
    void differentMeaningHasDifferentHash(String one, String other) {
        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"n\":false | \"as\":\"velocity\"",
                "\"per\":{\"dimensions\":[\"a\",\"b\"]} | \"per\":{\"dimensions\":[\"b\",\"a\"],\"agg\":\"avg\"}",
                "\"per\":{\"dimensions\":[\"metric_time\"],\"agg\":\"median\"} | \"per\":{\"dimensions\":[{\"field\":\"metric_time\",\"granularity\":\"day\"}],\"agg\":\"p50\"}",
                "\"show\":{\"type\":\"rank\",\"within\":[\"a\",\"b\"]} | \"show\":{\"type\":\"rank\",\"within\":[\"b\",\"a\"],\"dir\":\"desc\"}",
            })
    void equalMeasuresHaveEqualHashes(String one, String other) {
        assertThat(hashOfMeasure(one)).isEqualTo(hashOfMeasure(other)).isNotEqualTo(hashOfMeasure("\"min_n\":1"));
    }

    private static String hashOfMeasure(String members) {
        return SpecHash.of(spec("{\"measures\":[{\"name\":\"velocity\"," + members + "}]}"));
    }

    private static String hash(String members) {
        return SpecHash.of(spec("{\"measures\":[{\"name\":\"velocity\"}]," + members + "}"));
    }

    private static AnalyticsSpec spec(String json) {
        return SpecReader.interactive().read(json).orThrow();
    }
}
