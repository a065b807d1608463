package io.plumbline.acceptance.oracle.model;

/** A project. */
public record Project(String id, String key, String name) {}
