package io.plumbline.query.popularity;

import io.plumbline.spec.tenant.Tenant;

/** What is counted: a tenant's spec. */
record Asked(Tenant tenant, String specHash) {}
