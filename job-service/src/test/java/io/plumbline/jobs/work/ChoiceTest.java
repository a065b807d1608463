package io.plumbline.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Tenant ACME = Tenant.of("acme");
    private static final Tenant GLOBEX = Tenant.of("globex");

    private final Choice choice = new Choice(4);

    @Test
    void takesTheOldestOfATenant() {
        Candidate old = job(ACME, true, 1);
        assertThat(choice.next(List.of(job(ACME, true, 2), old), Map.of(), Map.of()))
                .contains(old);
    }

    @Test
    void takesTheTenantOfWhichTheFewestRun() {
        Candidate globex = job(GLOBEX, true, 9);
        assertThat(choice.next(List.of(job(ACME, true, 1), globex), Map.of(ACME, 1), Map.of()))
                .contains(globex);
    }

    @Test
    void takesHighBeforeLowButGivesLowATurnOfFour() {
        List<Candidate> waiting = List.of(job(ACME, true, 5), job(ACME, false, 1));
        List<Boolean> high = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            high.add(choice.next(waiting, Map.of(), Map.of()).orElseThrow().high());
        }
        assertThat(high).containsExactly(true, true, true, false, true, true, true, false);
    }

    @Test
    void leavesNoTurnUnused() {
        for (int i = 0; i < 8; i++) {
            assertThat(choice.next(List.of(job(ACME, i < 4, 1)), Map.of(), Map.of()))
                    .isPresent();
        }
    }

    @Test
    void aTenantGetsTheLastWorkerOnlyWhereNoOtherWaits() {
        Map<Tenant, Integer> here = Map.of(ACME, 3);
        Candidate acme = job(ACME, true, 1);
        Candidate globex = job(GLOBEX, false, 2);
        assertThat(choice.next(List.of(acme, globex), Map.of(ACME, 3, GLOBEX, 5), here))
                .contains(globex);
        assertThat(choice.next(List.of(acme), Map.of(), here)).contains(acme);
    }

    @Test
    void takesNothingWhereNothingWaits() {
        assertThat(choice.next(List.of(), Map.of(), Map.of())).isEmpty();
    }

    @Test
    void countsWhatItHasTakenUntilItLooksAgain() {
        var waiting = new Waiting(
                List.of(job(ACME, true, 1), job(ACME, true, 2), job(GLOBEX, true, 3), job(GLOBEX, true, 4)), Map.of());
        List<Tenant> taken = new ArrayList<>();
        for (Optional<Candidate> next = waiting.take(choice, new HashMap<>());
                next.isPresent();
                next = waiting.take(choice, new HashMap<>())) {
            taken.add(next.get().tenant());
        }
        assertThat(taken).containsExactly(ACME, GLOBEX, ACME, GLOBEX);
    }

    private static Candidate job(Tenant tenant, boolean high, int second) {
        return new Candidate(tenant, UUID.randomUUID(), high, Instant.ofEpochSecond(second));
    }
}
