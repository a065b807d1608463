package io.plumbline.query.receipt;

import io.plumbline.query.retention.KeptByWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Receipts go with their week. */
@ApplicationScoped
public class ReceiptWeeks implements KeptByWeek {
    private final ReceiptConfig config;

    ReceiptWeeks(ReceiptConfig config) {
        this.config = config;
    }

    @Override
    public List<String> tables() {
        return List.of("receipts");
    }

    @Override
    public Duration retention() {
        return config.retention();
    }
}
