package io.plumbline.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class KnownVersionTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Tenant ACME = Tenant.of("acme");

    private final KnownVersion version = new KnownVersion(ACME);
    private final List<CompletableFuture<Long>> reads = new ArrayList<>();
    private final List<DataChanged> changes = new ArrayList<>();

    @Test
    void readsOnceForAllWhoAskMeanwhile() {
        var first = load(LONG);
        var second = load(LONG);
        reads.getFirst().complete(7L);
        assertThat(first).isCompletedWithValue(7L);
        assertThat(second).isCompletedWithValue(7L);
        assertThat(load(LONG)).isCompletedWithValue(7L);
        assertThat(reads).hasSize(1);
    }

    @Test
    void readsAgainWhenWhatIsKnownIsTooOld() {
        load(LONG);
        reads.getFirst().complete(7L);
        load(Duration.ZERO);
        reads.getLast().complete(8L);
        assertThat(load(LONG)).isCompletedWithValue(8L);
        assertThat(reads).hasSize(2);
    }

    @Test
    void tellsOfAnotherVersionButNotOfTheFirstOrTheSame() {
        for (long read : new long[] {7, 7, 8}) {
            load(Duration.ZERO);
            reads.getLast().complete(read);
        }
        assertThat(changes).containsExactly(new DataChanged(ACME));
    }

    @Test
    void doesNotTakeAReadFromBeforeTheNewsForAnAnswerAfterIt() {
        load(LONG);
        version.doubt();
        var after = load(LONG);
        reads.getFirst().complete(7L);
        assertThat(after).isNotDone();
        reads.getLast().complete(8L);
        assertThat(load(LONG)).isCompletedWithValue(8L);
        assertThat(reads).hasSize(2);
    }

    @Test
    void readsAgainAfterAFailure() {
        var failed = load(LONG);
        reads.getFirst().completeExceptionally(new IllegalStateException());
        assertThat(failed).isCompletedExceptionally();
        load(LONG);
        assertThat(reads).hasSize(2);
    }

    private CompletionStage<Long> load(Duration lasts) {
        return version.load(
                lasts,
                () -> {
                    reads.add(new CompletableFuture<>());
                    return reads.getLast();
                },
                changes::add);
    }
}
