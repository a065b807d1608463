package io.plumbline.jobs.history;

import java.time.Instant;

/**
 * A stretch in which an issue belonged to a sprint.
 *
 * @param seq 0 for the first stretch in this sprint
 * @param to null where it still belongs
 */
public record Membership(String sprintId, int seq, Instant from, Instant to) {}
