package io.plumbline.spec.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionMarkTest {
    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final Optional<String> SECRET = Optional.of("0123456789abcdef0123456789abcdef");
    private static final String TOKEN = "head.claims.signature";

    private final AdmissionMark mark = at(SECRET, NOW);

    @Test
    void holdsForTheTokenThatItWasMadeFor() {
        RequestOptions call = marked(mark);
        assertThat(call.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(holds(mark, call)).isTrue();
        assertThat(holds(mark, call.putHeader("Authorization", "Bearer another")))
                .isFalse();
    }

    @Test
    void holdsForAMinute() {
        RequestOptions call = marked(mark);
        assertThat(holds(at(SECRET, NOW.plusSeconds(60)), call)).isTrue();
        assertThat(holds(at(SECRET, NOW.plusSeconds(61)), call)).isFalse();
    }

    @Test
    void cannotBeMadeUp() {
        String good = marked(mark).getHeaders().get(AdmissionMark.HEADER);
        String later = Long.toString(NOW.plus(Duration.ofDays(1)).getEpochSecond());
        for (String forged : new String[] {
            "", ".", "x", "x.y", later, later + ".", later + good.substring(good.indexOf('.')), good + "A", "true"
        }) {
            RequestOptions call = new RequestOptions()
                    .putHeader("Authorization", "Bearer " + TOKEN)
                    .putHeader(AdmissionMark.HEADER, forged);
            assertThat(holds(mark, call)).as(forged).isFalse();
        }
    }

    @Test
    void anotherSecretMakesAnotherMark() {
        AdmissionMark other = at(Optional.of("x".repeat(32)), NOW);
        assertThat(holds(mark, marked(other))).isFalse();
    }

    @Test
    void withoutSecretNothingIsMarkedAndNothingHolds() {
        AdmissionMark none = at(Optional.empty(), NOW);
        assertThat(marked(none).getHeaders().contains(AdmissionMark.HEADER)).isFalse();
        assertThat(holds(none, marked(mark))).isFalse();
    }

    @Test
    void asksForASecretThatIsLongEnough() {
        assertThatThrownBy(() -> at(Optional.of("short"), NOW))
                .hasMessageContaining("PLUMBLINE_ADMISSION_KEY")
                .hasMessageContaining("32");
    }

    private static AdmissionMark at(Optional<String> secret, Instant now) {
        return new AdmissionMark(secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static RequestOptions marked(AdmissionMark mark) {
        RequestOptions call = new RequestOptions();
        mark.put(call, TOKEN);
        return call;
    }

    private static boolean holds(AdmissionMark mark, RequestOptions call) {
        return mark.holds(call.getHeaders());
    }
}
