package io.plumbline.jobs.stream;

import io.plumbline.spec.tenant.Tenant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The order in which tenants' tables are looked at: one look at a time for each tenant, few at a time in all, so that
 * streams leave connections for calls. A tenant that is woken during its look is looked at once more.
 */
final class Looks {
    private static final int AT_ONCE = 2;

    private final Look look;
    private final Set<Tenant> due = new LinkedHashSet<>();
    private final Set<Tenant> busy = new HashSet<>();

    /** Looks; runs {@code done} at its end, whatever came of it. */
    interface Look {
        void at(Tenant tenant, Runnable done);
    }

    Looks(Look look) {
        this.look = look;
    }

    void wake(Tenant tenant) {
        synchronized (this) {
            due.add(tenant);
        }
        begin();
    }

    private void begin() {
        for (Tenant tenant = next(); tenant != null; tenant = next()) {
            Tenant present = tenant;
            look.at(present, () -> end(present));
        }
    }

    private void end(Tenant tenant) {
        synchronized (this) {
            busy.remove(tenant);
        }
        begin();
    }

    private synchronized Tenant next() {
        if (busy.size() >= AT_ONCE) {
            return null;
        }
        for (Iterator<Tenant> all = due.iterator(); all.hasNext(); ) {
            Tenant tenant = all.next();
            if (!busy.contains(tenant)) {
                all.remove();
                busy.add(tenant);
                return tenant;
            }
        }
        return null;
    }
}
