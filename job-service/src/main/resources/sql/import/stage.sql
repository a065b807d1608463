-- Where a file's records wait for the merge. row_id numbers the staged versions of issues.
CREATE TEMPORARY TABLE s_issue (
    row_id bigint, restaged boolean, issue_id text, version_at timestamptz, version_rank smallint, version_hash bigint,
    issue_key text, project_id text, summary text, issue_type text, is_subtask boolean, is_bug boolean, is_escaped boolean,
    priority text, assignee_id text, reporter_id text, labels text[], components text[], estimate numeric,
    created_at timestamptz, updated_at timestamptz, deleted_at timestamptz, has_history boolean, custom jsonb);
CREATE TEMPORARY TABLE s_record (row_id bigint, record bytea);
ALTER TABLE pg_temp.s_record ALTER COLUMN record SET STORAGE EXTERNAL;
CREATE TEMPORARY TABLE s_change (
    row_id bigint, changed_at timestamptz, history_id text, item_index integer, field text, old_value text, new_value text);
CREATE TEMPORARY TABLE s_status (row_id bigint, seq integer, status_id text, from_at timestamptz, to_at timestamptz);
CREATE TEMPORARY TABLE s_estimate (row_id bigint, seq integer, points numeric, from_at timestamptz, to_at timestamptz);
CREATE TEMPORARY TABLE s_assignee (row_id bigint, seq integer, assignee_id text, from_at timestamptz, to_at timestamptz);
CREATE TEMPORARY TABLE s_flag (row_id bigint, seq integer, from_at timestamptz, to_at timestamptz);
CREATE TEMPORARY TABLE s_membership (row_id bigint, sprint_id text, seq integer, added_at timestamptz, removed_at timestamptz);
CREATE TEMPORARY TABLE s_tombstone (issue_id text, at timestamptz);
CREATE TEMPORARY TABLE s_comment (
    comment_id text, issue_id text, author_id text, body text, created_at timestamptz, updated_at timestamptz);
CREATE TEMPORARY TABLE s_worklog (
    worklog_id text, issue_id text, author_id text, started_at timestamptz, seconds_spent bigint, updated_at timestamptz);
CREATE TEMPORARY TABLE s_project (
    ordinal bigint, project_id text, source text, seen_at timestamptz, project_key text, name text);
CREATE TEMPORARY TABLE s_user (ordinal bigint, user_id text, source text, seen_at timestamptz, display_name text);
CREATE TEMPORARY TABLE s_fact_status (
    ordinal bigint, status_id text, source text, seen_at timestamptz, name text, raw_category text);
CREATE TEMPORARY TABLE s_sprint (
    ordinal bigint, sprint_id text, source text, seen_at timestamptz, board_id text, board text, name text, goal text, state text,
    planned_start timestamptz, planned_end timestamptz, activated_at timestamptz, completed_at timestamptz);
CREATE TEMPORARY TABLE s_event (
    issue_id text, version_at timestamptz, told_at timestamptz, version_hash bigint, born boolean, record bytea);
CREATE TEMPORARY TABLE s_history (issue_id text, history_id text, at timestamptz, history text);
CREATE TEMPORARY TABLE s_removal (kind text, record_id text, issue_id text, at timestamptz);
