-- A project object of its own before what issues say, then the newest.
INSERT INTO warehouse.projects AS t (tenant_id, instance_id, project_id, project_key, name, source, seen_at)
SELECT DISTINCT ON (project_id) :tenant, :instance, project_id, project_key, name, source, seen_at
FROM pg_temp.s_project
ORDER BY project_id, source DESC, seen_at DESC, CASE source WHEN 'project' THEN ordinal END DESC, name DESC, project_key DESC
ON CONFLICT (tenant_id, instance_id, project_id) DO UPDATE SET
    project_key = excluded.project_key, name = excluded.name, source = excluded.source, seen_at = excluded.seen_at
WHERE (excluded.source = 'project'
        OR (t.source = 'issue' AND (excluded.seen_at, excluded.name, excluded.project_key) > (t.seen_at, t.name, t.project_key)))
  AND (t.project_key, t.name, t.source, t.seen_at)
    IS DISTINCT FROM (excluded.project_key, excluded.name, excluded.source, excluded.seen_at);
