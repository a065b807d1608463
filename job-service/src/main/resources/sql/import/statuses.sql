-- What is known of statuses: one with a category before one without, a status object before issues, these before names in
-- changelogs; then the newest. What they mean is set afterwards (status_meanings.sql).
CREATE TEMPORARY TABLE status_before ON COMMIT DROP AS
SELECT status_id, name, category, is_blocked FROM warehouse.statuses WHERE tenant_id = :tenant AND instance_id = :instance;
INSERT INTO warehouse.statuses AS t (tenant_id, instance_id, status_id, name, category, source, raw_category, seen_at)
SELECT DISTINCT ON (status_id) :tenant, :instance, status_id, name, 'in_progress', source, raw_category, seen_at
FROM pg_temp.s_fact_status
ORDER BY status_id, raw_category IS NULL, array_position(ARRAY['status', 'issue', 'history'], source), seen_at DESC,
    CASE source WHEN 'status' THEN ordinal END DESC, name DESC, raw_category DESC
ON CONFLICT (tenant_id, instance_id, status_id) DO UPDATE SET
    name = excluded.name, source = excluded.source, raw_category = excluded.raw_category, seen_at = excluded.seen_at
WHERE ((excluded.source = 'status' AND excluded.raw_category IS NOT NULL)
        OR (excluded.raw_category IS NOT NULL, -array_position(ARRAY['status', 'issue', 'history'], excluded.source),
                excluded.seen_at, excluded.name)
            > (t.raw_category IS NOT NULL, -array_position(ARRAY['status', 'issue', 'history'], t.source),
                t.seen_at, t.name))
  AND (t.name, t.source, t.raw_category, t.seen_at)
    IS DISTINCT FROM (excluded.name, excluded.source, excluded.raw_category, excluded.seen_at);
CREATE TEMPORARY TABLE status_meaning (status_id text, category text, is_blocked boolean) ON COMMIT DROP;
