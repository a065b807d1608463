package io.plumbline.load.chaos.check;

/**
 * A record of the topic of progress.
 *
 * @param eventId its header: the same for each repetition
 */
public record Heard(JobKey job, long seq, String kind, String eventId) {}
