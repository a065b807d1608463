package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.metric.MetricView;
import io.plumbline.catalog.version.Difference;
import java.util.List;

/**
 * What a write did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param change created, updated, deprecated, activated or deactivated
 * @param metric the version as it is after the change
 * @param differences what it says otherwise than the version before it
 * @param retired ids of versions that can no longer be queried after the change
 * @param statementsTried how many statements were run on the tenant's data to try it
 */
public record WriteResult(
        boolean dryRun,
        String change,
        MetricView metric,
        List<Difference> differences,
        List<String> retired,
        int statementsTried) {}
