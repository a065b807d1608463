package io.plumbline.query.cache;

import io.plumbline.query.cache.kept.KeptAnswer;

/**
 * An answer just made.
 *
 * @param complete false where something could not be written down that another run may write: it is not kept
 */
public record Made(KeptAnswer answer, boolean complete) {}
