package io.plumbline.query.catalog;

import io.plumbline.spec.tenant.Tenant;
import java.util.Optional;

/**
 * News came of other definitions.
 *
 * @param tenant whose; empty for everybody's
 */
public record DefinitionsChanged(Optional<Tenant> tenant) {}
