package io.plumbline.query.compiler.index;

/** The entities and columns of the warehouse that the forms of metrics rest on, whatever the catalog offers of them. */
public final class Names {
    public static final String ISSUE = "issue";
    public static final String SPRINT = "sprint";
    public static final String SPRINT_ISSUE = "sprint_issue";
    public static final String ISSUE_STATE = "issue_state";

    public static final String TENANT_ID = "tenant_id";
    public static final String INSTANCE_ID = "instance_id";
    public static final String ISSUE_ID = "issue_id";
    public static final String ISSUE_KEY = "issue_key";
    /** For people who may see the issue; no template or filter reads it. */
    public static final String SUMMARY = "summary";

    public static final String STATUS_SINCE = "status_since";
    public static final String SPRINT_ID = "sprint_id";
    public static final String PROJECT_ID = "project_id";
    public static final String BOARD_ID = "board_id";
    public static final String BOARD = "board";
    public static final String SPRINT_NAME = "name";
    public static final String STATE = "state";
    public static final String CLOSED = "closed";
    public static final String STARTED_AT = "started_at";
    public static final String ENDED_AT = "ended_at";
    public static final String FROM_AT = "from_at";
    public static final String TO_AT = "to_at";
    public static final String COMMITTED = "committed";
    public static final String POINTS_START = "points_start";
    public static final String POINTS_PREFIX = "points_";
    public static final String PARTIAL = "partial";

    /** Names that templates may use beside columns. */
    public static final String SNAPSHOT_AT = "snapshot_at";

    public static final String CLIP_FROM = "clip_from";
    public static final String CLIP_TO = "clip_to";

    private Names() {}
}
