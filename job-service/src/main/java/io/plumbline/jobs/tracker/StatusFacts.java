package io.plumbline.jobs.tracker;

/** @param category null where the tracker's object gives none */
public record StatusFacts(String id, String name, Category category) implements TrackerRecord {}
