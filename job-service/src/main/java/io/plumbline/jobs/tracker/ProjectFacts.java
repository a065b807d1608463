package io.plumbline.jobs.tracker;

/** A project as the tracker describes it. */
public record ProjectFacts(String id, String key, String name) implements TrackerRecord {}
