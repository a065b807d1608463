package io.plumbline.query.freshness;

import io.plumbline.spec.tenant.Tenant;

/** A tenant's data was seen to have another version than before. */
public record DataChanged(Tenant tenant) {}
