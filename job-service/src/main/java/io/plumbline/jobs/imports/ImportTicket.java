package io.plumbline.jobs.imports;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import java.util.Locale;
import java.util.UUID;

/**
 * An accepted import, as it stands in the queue and beside its file.
 *
 * @param kind what is read
 * @param user who asked for it
 */
public record ImportTicket(UUID id, Tenant tenant, String instance, Kind kind, String user) {

    /** What an import reads. */
    public enum Kind {
        /** An uploaded file. */
        FILE,
        /** What is stored already, because the instance's mapping changed. */
        MAPPING;

        /** As the database holds it. */
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ImportTicket of(Caller caller, String instance, Kind kind) {
        return new ImportTicket(UUID.randomUUID(), caller.tenant(), instance, kind, caller.user());
    }
}
