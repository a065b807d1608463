-- A user object before issues, these before the names in changelogs; then the newest.
INSERT INTO warehouse.users AS t (tenant_id, instance_id, user_id, display_name, source, seen_at)
SELECT DISTINCT ON (user_id) :tenant, :instance, user_id, display_name, source, seen_at
FROM pg_temp.s_user
ORDER BY user_id, array_position(ARRAY['user', 'issue', 'history'], source), seen_at DESC,
    CASE source WHEN 'user' THEN ordinal END DESC, display_name DESC
ON CONFLICT (tenant_id, instance_id, user_id) DO UPDATE SET
    display_name = excluded.display_name, source = excluded.source, seen_at = excluded.seen_at
WHERE (excluded.source = 'user'
        OR (-array_position(ARRAY['user', 'issue', 'history'], excluded.source), excluded.seen_at, excluded.display_name)
            > (-array_position(ARRAY['user', 'issue', 'history'], t.source), t.seen_at, t.display_name))
  AND (t.display_name, t.source, t.seen_at) IS DISTINCT FROM (excluded.display_name, excluded.source, excluded.seen_at);
