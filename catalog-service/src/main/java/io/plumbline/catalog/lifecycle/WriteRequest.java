package io.plumbline.catalog.lifecycle;

import io.plumbline.spec.tenant.Caller;

/**
 * Who wants to write and under which conditions.
 *
 * @param token of the caller, for the trial
 * @param ifMatch the entity tags of the state that the caller means to change; null where the caller says nothing
 * @param dryRun whether to say what would happen and write nothing
 */
public record WriteRequest(Caller caller, String token, String ifMatch, boolean dryRun) {}
