package io.plumbline.jobs.tracker;

/** @param displayName the id where the tracker gives no name */
public record UserFacts(String id, String displayName) implements TrackerRecord {}
