package io.plumbline.query.intake;

import io.plumbline.query.compiler.Opened;
import io.plumbline.query.compiler.drill.DrillRequest;

/**
 * A cell that can be opened.
 *
 * @param hash of the spec's canonical form
 * @param catalogVersion of the definitions
 * @param query what to run
 */
public record OpenedCell(DrillRequest request, String hash, String catalogVersion, Opened.Query query) {}
