package io.plumbline.query.audit;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Finds entries of the caller's tenant. */
@ApplicationScoped
public class AuditReadService {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final AuditRepository audit;

    AuditReadService(TenantTransaction transaction, AuditRepository audit) {
        this.transaction = transaction;
        this.audit = audit;
    }

    Uni<AuditPage> find(Caller caller, AuditFilter filter) {
        return transaction
                .run(caller, Mode.READ_ONLY, LIMIT, connection -> audit.find(connection, caller.tenant(), filter))
                .map(found -> page(found, filter.size()));
    }

    /** One entry more than the page takes tells that there is another page. */
    private static AuditPage page(List<AuditView> found, int size) {
        if (found.size() <= size) {
            return new AuditPage(found, null);
        }
        List<AuditView> shown = found.subList(0, size);
        return new AuditPage(shown, shown.getLast().id());
    }
}
