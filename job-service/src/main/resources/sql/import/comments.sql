-- The later updated wins; of two equal ones, the greater text, so that the order of arrival decides nothing.
CREATE TEMPORARY TABLE w_comment ON COMMIT DROP AS
SELECT DISTINCT ON (comment_id) * FROM pg_temp.s_comment
ORDER BY comment_id, updated_at DESC, coalesce(body, '') DESC, created_at DESC, issue_id DESC, author_id DESC;
ANALYZE pg_temp.w_comment;
-- What was deleted does not come back; the tombstone keeps the newest that is known of it.
INSERT INTO jobs.tombstones AS t (tenant_id, instance_id, kind, record_id, deleted_at)
SELECT :tenant, :instance, kind, record_id, max(at) FROM pg_temp.s_removal WHERE kind = 'comment' GROUP BY kind, record_id
ON CONFLICT (tenant_id, instance_id, kind, record_id) DO UPDATE SET deleted_at = excluded.deleted_at
WHERE t.deleted_at < excluded.deleted_at;
UPDATE jobs.tombstones t SET record = to_jsonb(c) - 'tenant_id' - 'instance_id'
FROM warehouse.comments c
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'comment' AND t.record_id = c.comment_id
  AND c.tenant_id = :tenant AND c.instance_id = :instance
  AND (c.issue_id, c.comment_id) IN (SELECT issue_id, record_id FROM pg_temp.s_removal WHERE kind = 'comment')
  AND EXISTS (SELECT FROM pg_temp.s_removal WHERE kind = 'comment');
DELETE FROM warehouse.comments c
WHERE c.tenant_id = :tenant AND c.instance_id = :instance
  AND (c.issue_id, c.comment_id) IN (SELECT issue_id, record_id FROM pg_temp.s_removal WHERE kind = 'comment')
  AND EXISTS (SELECT FROM pg_temp.s_removal WHERE kind = 'comment');
UPDATE jobs.tombstones t SET record = to_jsonb(w)
FROM pg_temp.w_comment w
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'comment' AND t.record_id = w.comment_id
  AND coalesce((t.record ->> 'updated_at')::timestamptz, '-infinity') < w.updated_at;
DELETE FROM pg_temp.w_comment w USING jobs.tombstones t
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'comment' AND t.record_id = w.comment_id
  AND EXISTS (SELECT FROM pg_temp.w_comment);
DELETE FROM pg_temp.w_comment w
USING warehouse.comments c
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.comment_id = w.comment_id
  AND EXISTS (SELECT FROM pg_temp.w_comment)
  AND (c.updated_at, coalesce(c.body, '')) >= (w.updated_at, coalesce(w.body, ''));
DELETE FROM warehouse.comments c
USING pg_temp.w_comment w
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.comment_id = w.comment_id
  AND EXISTS (SELECT FROM pg_temp.w_comment);
INSERT INTO warehouse.comments AS c (tenant_id, instance_id, comment_id, issue_id, author_id, body, created_at, updated_at)
SELECT :tenant, :instance, comment_id, issue_id, author_id, body, created_at, updated_at FROM pg_temp.w_comment
ON CONFLICT (tenant_id, instance_id, created_at, comment_id) DO UPDATE SET
    issue_id = excluded.issue_id, author_id = excluded.author_id, body = excluded.body, updated_at = excluded.updated_at
WHERE (c.updated_at, coalesce(c.body, '')) < (excluded.updated_at, coalesce(excluded.body, ''));
