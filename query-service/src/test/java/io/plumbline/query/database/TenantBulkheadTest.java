package io.plumbline.query.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantBulkheadTest {
    private static final Tenant ACME = new Tenant("acme");
    private static final Tenant UMBRELLA = new Tenant("umbrella");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TenantBulkhead bulkhead = new TenantBulkhead(new Settings(), registry);
    private final List<UniEmitter<? super String>> running = new ArrayList<>();

    private record Settings() implements QueryConfig {
        @Override
        public Duration statementTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration startPatience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int tenantTransactions() {
            return 2;
        }

        @Override
        public int tenantWaiting() {
            return 1;
        }

        @Override
        public Duration tenantPatience() {
            return Duration.ofMillis(300);
        }
    }

    @Test
    void letsATenantHaveItsShareAndOthersTheirs() {
        ask(ACME);
        ask(ACME);
        ask(ACME);
        assertThat(running).hasSize(2);
        ask(UMBRELLA);
        assertThat(running).hasSize(3);
    }

    @Test
    void letsTheNextOneInWhenOneHasEndedWhateverItsEnd() {
        UniAssertSubscriber<String> first = ask(ACME);
        ask(ACME);
        ask(ACME);
        running.getFirst().fail(new IllegalStateException());
        first.assertFailed();
        assertThat(running).hasSize(3);
    }

    @Test
    void refusesWhoWouldWaitBehindTooMany() {
        ask(ACME);
        ask(ACME);
        ask(ACME);
        assertThat(problem(ask(ACME)).retryAfter()).isPresent();
        assertThat(registry.counter("tenant_refused").count()).isEqualTo(1);
    }

    @Test
    void refusesWhoHasWaitedTooLong() {
        ask(ACME);
        ask(ACME);
        assertThat(problem(ask(ACME)).type()).isEqualTo(CommonProblem.OVERLOADED);
        running.getFirst().complete("done");
        ask(ACME);
        assertThat(running).hasSize(3);
    }

    @Test
    void forgetsWhoGoesAway() {
        ask(ACME);
        UniAssertSubscriber<String> second = ask(ACME);
        UniAssertSubscriber<String> waiting = ask(ACME);
        waiting.cancel();
        second.cancel();
        ask(ACME);
        assertThat(running).hasSize(3);
        ask(ACME);
        assertThat(running).hasSize(3);
    }

    private UniAssertSubscriber<String> ask(Tenant tenant) {
        return bulkhead.admit(tenant, () -> Uni.createFrom().<String>emitter(running::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static ProblemException problem(UniAssertSubscriber<String> asked) {
        return (ProblemException) asked.awaitFailure(Duration.ofSeconds(30)).getFailure();
    }
}
