package io.plumbline.jobs.stream;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/** Gives out tickets and takes each once. */
@ApplicationScoped
public class Tickets {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final String USE = """
            INSERT INTO jobs.used_tickets (tenant_id, ticket_id, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING""";
    // An hour more than needed, for instances whose clocks differ.
    private static final String FORGET = """
            DELETE FROM jobs.used_tickets WHERE tenant_id = $1 AND expires_at < clock_timestamp() - interval '1 hour'""";

    private final TenantTransaction transactions;
    private final TicketSigner signer;
    private final StreamSettings settings;

    Tickets(TenantTransaction transactions, TicketSigner signer, StreamSettings settings) {
        this.transactions = transactions;
        this.signer = signer;
        this.settings = settings;
    }

    /** @throws ProblemException (503) where this installation has no key to sign with */
    String give(Caller caller, UUID job, Instant tokenExpiresAt) {
        if (!signer.hasKey()) {
            throw new ProblemException(
                    StreamProblem.TICKETS_OFF,
                    "Ask the operator to set PLUMBLINE_INTERNAL_KEY (32 characters or more) for job-service. Streams"
                            + " with an Authorization header work without tickets.");
        }
        return signer.text(new Ticket(
                UUID.randomUUID(),
                caller.tenant(),
                caller.user(),
                job,
                Instant.now().plus(settings.ticketLife()),
                tokenExpiresAt));
    }

    /** Takes a ticket; fails with 401, always the same, where it does not open this job's stream now. */
    Uni<Ticket> use(String text, UUID job) {
        Ticket ticket = signer.read(text == null ? "" : text)
                .filter(one -> one.job().equals(job))
                .filter(one -> Instant.now().isBefore(one.expiresAt()))
                .orElseThrow(Tickets::refused);
        String tenant = ticket.tenant().slug();
        return transactions.run(
                new Caller(ticket.tenant(), ticket.user(), Set.of()),
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(tenant))
                        .chain(() -> connection
                                .preparedQuery(USE)
                                .execute(Tuple.of(
                                        tenant, ticket.id(), ticket.expiresAt().atOffset(ZoneOffset.UTC))))
                        .map(used -> {
                            if (used.rowCount() == 0) {
                                throw refused();
                            }
                            return ticket;
                        }));
    }

    private static ProblemException refused() {
        return new ProblemException(
                CommonProblem.UNAUTHORIZED,
                "The ticket opens no stream here: a ticket is for one job, once, within 60 seconds. Ask for another one:"
                        + " POST /analytics/jobs/{id}/stream-ticket.");
    }
}
