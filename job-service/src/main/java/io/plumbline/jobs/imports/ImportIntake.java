package io.plumbline.jobs.imports;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Accepts imports: file, then ticket, then row, then queue. What fails on the way leaves nothing behind. */
@ApplicationScoped
public class ImportIntake {
    private static final Logger LOG = Logger.getLogger(ImportIntake.class);

    private final Spool spool;
    private final ImportRepository imports;
    private final ImportQueue queue;

    ImportIntake(Spool spool, ImportRepository imports, ImportQueue queue) {
        this.spool = spool;
        this.imports = imports;
        this.queue = queue;
    }

    /** Spools the body, which blocks, and queues the import. */
    Uni<ImportView> receive(Caller caller, String instance, boolean gzip, InputStream body) {
        ImportTicket ticket = ImportTicket.of(caller, instance, ImportTicket.Kind.FILE);
        try {
            spool.receive(ticket, body);
            FirstRecord.check(spool.data(ticket), gzip);
            spool.accept(ticket);
        } catch (IOException e) {
            spool.delete(ticket);
            LOG.warn("an upload could not be spooled", e);
            throw new ProblemException(
                            CommonProblem.UNAVAILABLE,
                            "The upload was cut off or could not be stored. Nothing was changed; send it again.")
                    .withRetryAfter(Duration.ofSeconds(5))
                    .causedBy(e);
        } catch (RuntimeException e) {
            spool.delete(ticket);
            throw e;
        }
        return enqueue(caller, ticket);
    }

    /** Queues the derivation of what an instance has stored. */
    public Uni<ImportView> deriveAgain(Caller caller, String instance) {
        ImportTicket ticket = ImportTicket.of(caller, instance, ImportTicket.Kind.MAPPING);
        return Uni.createFrom()
                .item(ticket)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::accept)
                .chain(accepted -> enqueue(caller, accepted));
    }

    private void accept(ImportTicket ticket) {
        try {
            spool.accept(ticket);
        } catch (IOException e) {
            throw new ProblemException(CommonProblem.UNAVAILABLE, "The change could not be stored; try again.")
                    .causedBy(e);
        }
    }

    private Uni<ImportView> enqueue(Caller caller, ImportTicket ticket) {
        return imports.insert(caller, ticket)
                .onFailure()
                .invoke(() -> spool.delete(ticket))
                .invoke(() -> queue.add(ticket));
    }
}
