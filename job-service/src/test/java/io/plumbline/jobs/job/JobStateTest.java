package io.plumbline.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobStateTest {
    @Test
    void offersTheLegalChangesAlone() {
        assertThat(JobState.changes())
                .containsExactlyInAnyOrder(
                        "queued running",
                        "queued cancelled",
                        "queued failed",
                        "running completed",
                        "running failed",
                        "running cancelled",
                        "running queued");
    }

    @Test
    void isFoundByItsName() {
        for (JobState state : JobState.all()) {
            assertThat(JobState.of(state.column())).isEqualTo(state);
        }
        assertThat(JobState.all().stream().filter(JobState::isFinal).map(JobState::column))
                .containsExactly("completed", "failed", "cancelled");
        assertThatThrownBy(() -> JobState.of("lost")).hasMessageContaining("lost");
    }
}
