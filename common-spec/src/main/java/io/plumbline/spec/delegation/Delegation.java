package io.plumbline.spec.delegation;

import io.plumbline.spec.tenant.Caller;
import java.util.UUID;

/**
 * A job may be worked for in the name of who submitted it.
 *
 * @param caller tenant, user and roles as they were when the job was submitted
 * @param job the job
 */
public record Delegation(Caller caller, UUID job) {}
