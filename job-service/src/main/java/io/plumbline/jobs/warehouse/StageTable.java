package io.plumbline.jobs.warehouse;

import java.util.Locale;

/** The temporary tables of {@code sql/import/stage.sql}. */
enum StageTable {
    S_ISSUE,
    S_RECORD,
    S_CHANGE,
    S_STATUS,
    S_ESTIMATE,
    S_ASSIGNEE,
    S_FLAG,
    S_MEMBERSHIP,
    S_TOMBSTONE,
    S_COMMENT,
    S_WORKLOG,
    S_PROJECT,
    S_USER,
    S_FACT_STATUS,
    S_SPRINT,
    S_EVENT,
    S_HISTORY,
    S_REMOVAL;

    String relation() {
        return "pg_temp." + name().toLowerCase(Locale.ROOT);
    }
}
