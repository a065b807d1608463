package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfNotInFutureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'as_of': '2026-07-02'",
                "'as_of': '2026-07-01T12:00:00.001Z'",
                "'as_of': '2026-07-02', 'timezone': 'Asia/Tokyo'",
            })
    void rejectsWhatHasNotBeen(String time) {
        assertThat(faults("{'measures': [{'name': 'wip'}], 'time': {" + time + "}}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/time/as_of");
                    assertThat(fault.code()).isEqualTo("in_future");
                    assertThat(fault.message()).contains("leave it out");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"'as_of': '2026-07-01'", "'as_of': '2026-07-01T12:00:00Z'", "'as_of': '1999-01-01'"})
    void takesWhatHas(String time) {
        assertThat(faults("{'measures': [{'name': 'wip'}], 'time': {" + time + "}}"))
                .isEmpty();
    }

    @Test
    void takesADayThatHasBegunInItsZone() {
        assertThat(
                        faults(
                                "{'measures': [{'name': 'wip'}], 'time': {'as_of': '2026-07-02', 'timezone': 'Pacific/Kiritimati'}}"))
                .isEmpty();
    }

    @Test
    void takesARangeThatBeginsLater() {
        assertThat(faults("{'measures': [{'name': 'created'}], 'time': {'from': '2026-05-01', 'as_of': '2026-04-01'}}"))
                .isEmpty();
    }
}
