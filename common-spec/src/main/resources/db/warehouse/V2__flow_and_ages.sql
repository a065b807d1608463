-- What flow efficiency, first-time pass rate and the ages of work read. Existing rows get what an import would derive;
-- the owner must see all tenants' rows for that, so row level security does not bind it until the end of this script.
ALTER TABLE warehouse.issues
    ADD COLUMN reopened_times integer NOT NULL DEFAULT 0, -- how often it left done
    ADD COLUMN active_hours   double precision;           -- in progress and not blocked; null unless done and once in progress
ALTER TABLE warehouse.issue_states
    ADD COLUMN category_since timestamptz, -- the last change of the status category, or the creation
    ADD COLUMN created_at     timestamptz, -- of the issue
    ADD COLUMN is_bug         boolean;     -- of the issue

ALTER TABLE warehouse.issues NO FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.issue_states NO FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.issue_transitions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.status_intervals NO FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.blocked_intervals NO FORCE ROW LEVEL SECURITY;

UPDATE warehouse.issues i SET reopened_times = t.times
FROM (
    SELECT tenant_id, instance_id, issue_id, count(*) AS times
    FROM warehouse.issue_transitions
    WHERE leaves_done
    GROUP BY tenant_id, instance_id, issue_id
) t
WHERE i.tenant_id = t.tenant_id AND i.instance_id = t.instance_id AND i.issue_id = t.issue_id;

UPDATE warehouse.issues i SET active_hours = t.seconds::double precision / 3600
FROM (
    SELECT s.tenant_id, s.instance_id, s.issue_id, sum(extract(epoch FROM s.to_at - s.from_at) - coalesce(b.seconds, 0)) AS seconds
    FROM warehouse.status_intervals s
    LEFT JOIN LATERAL (
        SELECT sum(extract(epoch FROM least(s.to_at, b.to_at) - greatest(s.from_at, b.from_at))) AS seconds
        FROM warehouse.blocked_intervals b
        WHERE b.tenant_id = s.tenant_id AND b.instance_id = s.instance_id AND b.issue_id = s.issue_id
          AND b.from_at < s.to_at AND (b.to_at IS NULL OR b.to_at > s.from_at)
    ) b ON true
    WHERE s.category = 'in_progress' AND s.to_at IS NOT NULL
    GROUP BY s.tenant_id, s.instance_id, s.issue_id
) t
WHERE i.tenant_id = t.tenant_id AND i.instance_id = t.instance_id AND i.issue_id = t.issue_id
  AND i.done_at IS NOT NULL AND i.first_in_progress_at IS NOT NULL;

UPDATE warehouse.issue_states x SET category_since = s.since, created_at = i.created_at, is_bug = i.is_bug
FROM (
    SELECT tenant_id, instance_id, issue_id, from_at, to_at,
        max(from_at) FILTER (WHERE category IS DISTINCT FROM from_category)
            OVER (PARTITION BY tenant_id, instance_id, issue_id ORDER BY seq) AS since
    FROM (
        SELECT *, lag(category) OVER (PARTITION BY tenant_id, instance_id, issue_id ORDER BY seq) AS from_category
        FROM warehouse.status_intervals
    ) v
) s, warehouse.issues i
WHERE x.tenant_id = s.tenant_id AND x.instance_id = s.instance_id AND x.issue_id = s.issue_id
  AND x.from_at >= s.from_at AND (s.to_at IS NULL OR x.from_at < s.to_at)
  AND i.tenant_id = x.tenant_id AND i.instance_id = x.instance_id AND i.issue_id = x.issue_id;

ALTER TABLE warehouse.issues FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.issue_states FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.issue_transitions FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.status_intervals FORCE ROW LEVEL SECURITY;
ALTER TABLE warehouse.blocked_intervals FORCE ROW LEVEL SECURITY;

ALTER TABLE warehouse.issue_states
    ALTER COLUMN category_since SET NOT NULL,
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN is_bug SET NOT NULL;
CREATE INDEX issue_states_open_bugs ON warehouse.issue_states (tenant_id, from_at, to_at) WHERE is_bug AND status_category <> 'done';
