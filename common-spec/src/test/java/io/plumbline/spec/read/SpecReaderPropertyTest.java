package io.plumbline.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Json;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in, the reader answers with a spec or with faults fit for a stranger's eyes. */
class SpecReaderPropertyTest {
    private static final String NOISE = "{}[]\",:0159eE.-+ntfu\\ab\u0000\u00e9";

    @Property(tries = 200)
    void answersAnyDamageWithFaults(@ForAll("specs") AnalyticsSpec spec, @ForAll Random random) throws Exception {
        byte[] json = damaged(Json.mapper().writeValueAsString(spec), random).getBytes(StandardCharsets.UTF_8);
        switch (SpecReader.forJobs().read(json)) {
            case ReadResult.Valid valid ->
                assertThat(SpecReader.forJobs().read(Json.mapper().writeValueAsBytes(valid.spec())))
                        .isEqualTo(valid);
            case ReadResult.Invalid invalid ->
                assertThat(invalid.errors()).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.message()).isNotBlank().doesNotContain("plumbline", "fasterxml", "Exception");
                    assertThat(fault.pointer()).matches("(?s)(/.*)?");
                });
        }
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return ArbitrarySpecs.specs();
    }

    private static String damaged(String json, Random random) {
        var text = new StringBuilder(json);
        for (int i = random.nextInt(4); i >= 0; i--) {
            char noise = NOISE.charAt(random.nextInt(NOISE.length()));
            text.setCharAt(random.nextInt(text.length()), noise);
        }
        return text.toString();
    }
}
