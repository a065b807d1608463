package io.plumbline.query.popularity;

import java.util.Set;

/**
 * A spec worth being kept warm.
 *
 * @param spec in canonical form, as JSON
 * @param roles that its answer is kept for
 */
public record PopularSpec(String spec, Set<String> roles) {}
