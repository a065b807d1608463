package io.plumbline.local.demo;

/** Ids of custom fields, as a new Jira Cloud site has them. */
final class Fields {
    static final String POINTS = "customfield_10016";
    static final String SPRINT = "customfield_10020";
    static final String FLAGGED = "customfield_10021";

    private Fields() {}
}
