package io.plumbline.acceptance.oracle.model;

import java.time.Instant;

/** A change of status that enters or leaves the category done; creation in done enters it. */
public record Transition(Instant at, boolean entersDone, boolean leavesDone) {}
