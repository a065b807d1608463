package io.plumbline.query.audit;

import io.plumbline.query.retention.KeptByWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The audit goes with its week. */
@ApplicationScoped
public class AuditWeeks implements KeptByWeek {
    private final AuditConfig config;

    AuditWeeks(AuditConfig config) {
        this.config = config;
    }

    @Override
    public List<String> tables() {
        return List.of("audit_entries", "audit_outcomes");
    }

    @Override
    public Duration retention() {
        return config.retention();
    }
}
