package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.store.TenantChange;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.catalog.version.Difference;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/**
 * A change that passed every check that needs no data.
 *
 * @param subject the version that the change is about, as it would be
 * @param next the tenant's part with the change
 * @param tried the part to try on data, where the subject is active; null where there is nothing to try
 * @param differences what the version says otherwise than the one before it; empty where it is the first
 * @param retired ids of the versions that can no longer be queried then
 * @param change what is written
 */
record Proposal(
        MetricDefinition subject,
        TenantPart next,
        TenantPart tried,
        List<Difference> differences,
        List<String> retired,
        TenantChange change) {}
