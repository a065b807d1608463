package io.plumbline.load.chaos.check;

import java.util.UUID;

/** A job of a tenant. */
public record JobKey(String tenant, UUID id) {
    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}
