package io.plumbline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditBacklogTest {
    private final AuditBacklog backlog = new AuditBacklog(3);

    @Test
    void handsOutByTenantWhatWaits() {
        backlog.add(hit("acme", 1));
        backlog.add(hit("umbrella", 2));
        backlog.add(outcome("acme"));
        assertThat(backlog.take())
                .extracting(share -> share.tenant().slug() + " " + share.hits().size() + " "
                        + share.outcomes().size())
                .containsExactly("acme 1 1", "umbrella 1 0");
        assertThat(backlog.take()).isEmpty();
    }

    @Test
    void givesUpTheOldestWhereItIsFull() {
        assertThat(List.of(1, 2, 3, 4))
                .map(rows -> backlog.add(hit("acme", rows)))
                .containsExactly(0, 0, 0, 1);
        assertThat(rows(backlog.take())).containsExactly(2L, 3L, 4L);
    }

    @Test
    void keepsWhatCouldNotBeWrittenAsFarAsThereIsRoom() {
        backlog.add(hit("acme", 1));
        backlog.add(hit("acme", 2));
        AuditBacklog.Share share = backlog.take().getFirst();
        backlog.add(hit("acme", 3));
        backlog.add(hit("acme", 4));
        assertThat(backlog.putBack(share)).isEqualTo(1);
        assertThat(rows(backlog.take())).containsExactly(1L, 3L, 4L);
    }

    private static List<Long> rows(List<AuditBacklog.Share> shares) {
        return shares.getFirst().hits().stream().map(CacheHit::rows).toList();
    }

    private static CacheHit hit(String tenant, long rows) {
        return CacheHit.of(entry(tenant), rows, Duration.ofMillis(1));
    }

    private static AuditOutcome outcome(String tenant) {
        return AuditOutcome.of(entry(tenant), Outcome.OK, 1, null);
    }

    private static AuditEntry entry(String tenant) {
        return AuditEntry.of(
                new Caller(new Tenant(tenant), "ana", Set.of()),
                new Purpose(Kind.RUN, null, List.of()),
                Duration.ofSeconds(1));
    }
}
