-- Statistics that are worked out ahead. A materialized view has no row security: these belong to a role that nobody logs in
-- with, which alone may read past the policies, and only what they are made of; no service has any right on them. They are
-- read through the views of R__stats.sql. job-service refreshes them.
DO $$
BEGIN
    IF to_regrole('warehouse_facts') IS NULL THEN
        RAISE EXCEPTION 'the role warehouse_facts is missing' USING HINT = 'Run db/bootstrap.sql as an administrator, then start again.';
    END IF;
END
$$;
GRANT SELECT ON warehouse.tenants, warehouse.sprints, warehouse.sprint_facts TO warehouse_facts;
GRANT SELECT (tenant_id, instance_id, issue_id, author_id, created_at) ON warehouse.comments TO warehouse_facts;

-- Which data the others were made of: all are refreshed in one transaction.
CREATE MATERIALIZED VIEW warehouse.mv_data_versions AS
SELECT tenant_id, data_version FROM warehouse.tenants;
CREATE UNIQUE INDEX mv_data_versions_key ON warehouse.mv_data_versions (tenant_id);

-- The sprints that began and ended, whole, by the catalog's definitions; z as the composite takes it: how many sample
-- deviations a value lies off the mean of its instance's sprints, 0 where they are all the same, 3 at most, null with fewer
-- than 5 sprints.
CREATE MATERIALIZED VIEW warehouse.mv_sprint_stats_enriched AS
WITH points AS (
    SELECT
        s.tenant_id,
        s.instance_id,
        s.sprint_id,
        s.board_id,
        s.started_at,
        s.ended_at,
        count(f.issue_id) AS issues,
        count(*) FILTER (WHERE f.committed) AS committed,
        count(*) FILTER (WHERE f.added) AS added,
        count(*) FILTER (WHERE f.completed) AS completed,
        count(*) FILTER (WHERE f.committed AND f.completed) AS kept,
        count(*) FILTER (WHERE f.reopened) AS reopened,
        count(*) FILTER (WHERE f.added AND f.is_bug) AS bugs_added,
        count(*) FILTER (WHERE f.committed AND f.points_start IS NULL) AS unestimated,
        count(*) FILTER (WHERE f.partial) AS partial,
        coalesce(sum(f.points_start) FILTER (WHERE f.committed), 0) AS planned_sp,
        coalesce(sum(f.points_end) FILTER (WHERE f.completed), 0) AS completed_sp,
        coalesce(sum(f.points_start) FILTER (WHERE f.committed AND f.open_at_end), 0) AS spilled_sp,
        coalesce(sum(f.points_joined) FILTER (WHERE f.added), 0) + coalesce(sum(f.points_removed) FILTER (WHERE f.removed), 0)
            AS churned_sp
    FROM warehouse.sprints s
    LEFT JOIN warehouse.sprint_facts f USING (tenant_id, instance_id, sprint_id)
    WHERE s.state = 'closed' AND s.started_at IS NOT NULL AND s.ended_at IS NOT NULL
    GROUP BY s.tenant_id, s.instance_id, s.sprint_id, s.board_id, s.started_at, s.ended_at
), ratios AS (
    SELECT
        p.*,
        spilled_sp / nullif(planned_sp, 0) AS spillover_ratio,
        churned_sp / nullif(planned_sp, 0) AS scope_churn_ratio,
        abs(completed_sp - planned_sp) / nullif(planned_sp, 0) AS accuracy_abs
    FROM points p
), spreads AS (
    SELECT
        r.*,
        count(*) OVER sprints AS population,
        avg(planned_sp) OVER sprints AS planned_mean,
        stddev_samp(planned_sp) OVER sprints AS planned_spread,
        avg(completed_sp) OVER sprints AS completed_mean,
        stddev_samp(completed_sp) OVER sprints AS completed_spread,
        avg(spillover_ratio) OVER sprints AS spillover_mean,
        stddev_samp(spillover_ratio) OVER sprints AS spillover_spread,
        avg(scope_churn_ratio) OVER sprints AS churn_mean,
        stddev_samp(scope_churn_ratio) OVER sprints AS churn_spread,
        avg(accuracy_abs) OVER sprints AS accuracy_mean,
        stddev_samp(accuracy_abs) OVER sprints AS accuracy_spread
    FROM ratios r
    WINDOW sprints AS (PARTITION BY tenant_id, instance_id)
)
SELECT
    s.tenant_id,
    s.instance_id,
    s.sprint_id,
    s.board_id,
    s.started_at,
    s.ended_at,
    s.issues,
    s.committed,
    s.added,
    s.completed,
    s.kept,
    s.reopened,
    s.bugs_added,
    s.unestimated,
    s.partial,
    s.planned_sp,
    s.completed_sp,
    s.spillover_ratio,
    s.scope_churn_ratio,
    s.accuracy_abs,
    z.planned AS planned_z,
    z.completed AS completed_z,
    z.spillover AS spillover_z,
    z.churn AS scope_churn_z,
    z.accuracy AS accuracy_z
FROM spreads s
CROSS JOIN LATERAL (
    SELECT
        max(z) FILTER (WHERE name = 'planned') AS planned,
        max(z) FILTER (WHERE name = 'completed') AS completed,
        max(z) FILTER (WHERE name = 'spillover') AS spillover,
        max(z) FILTER (WHERE name = 'churn') AS churn,
        max(z) FILTER (WHERE name = 'accuracy') AS accuracy
    FROM (
        SELECT name, CASE
            WHEN s.population < 5 OR value IS NULL THEN NULL
            WHEN coalesce(spread, 0) = 0 THEN 0
            ELSE greatest(-3.0, least(3.0, (value - mean) / spread)) END AS z
        FROM (VALUES
            ('planned', s.planned_sp, s.planned_mean, s.planned_spread),
            ('completed', s.completed_sp, s.completed_mean, s.completed_spread),
            ('spillover', s.spillover_ratio, s.spillover_mean, s.spillover_spread),
            ('churn', s.scope_churn_ratio, s.churn_mean, s.churn_spread),
            ('accuracy', s.accuracy_abs, s.accuracy_mean, s.accuracy_spread)) AS v (name, value, mean, spread)
    ) zs
) z;
CREATE UNIQUE INDEX mv_sprint_stats_enriched_key ON warehouse.mv_sprint_stats_enriched (tenant_id, instance_id, sprint_id);
CREATE INDEX mv_sprint_stats_enriched_ended ON warehouse.mv_sprint_stats_enriched (tenant_id, ended_at);

CREATE MATERIALIZED VIEW warehouse.mv_issue_comment_stats AS
SELECT
    tenant_id,
    instance_id,
    issue_id,
    count(*) AS comments,
    count(DISTINCT author_id) AS authors,
    min(created_at) AS first_at,
    max(created_at) AS last_at
FROM warehouse.comments
GROUP BY tenant_id, instance_id, issue_id;
CREATE UNIQUE INDEX mv_issue_comment_stats_key ON warehouse.mv_issue_comment_stats (tenant_id, instance_id, issue_id);

-- The migrator keeps no more than what the views of R__stats.sql need.
GRANT CREATE ON SCHEMA warehouse TO warehouse_facts;
ALTER MATERIALIZED VIEW warehouse.mv_data_versions OWNER TO warehouse_facts;
ALTER MATERIALIZED VIEW warehouse.mv_sprint_stats_enriched OWNER TO warehouse_facts;
ALTER MATERIALIZED VIEW warehouse.mv_issue_comment_stats OWNER TO warehouse_facts;
REVOKE CREATE ON SCHEMA warehouse FROM warehouse_facts;
SET LOCAL ROLE warehouse_facts;
GRANT SELECT ON warehouse.mv_data_versions, warehouse.mv_sprint_stats_enriched, warehouse.mv_issue_comment_stats TO migrator;
RESET ROLE;
