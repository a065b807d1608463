-- The later updated wins; of two equal ones, the greater text, so that the order of arrival decides nothing.
CREATE TEMPORARY TABLE w_comment ON COMMIT DROP AS
SELECT DISTINCT ON (comment_id) * FROM pg_temp.s_comment
ORDER BY comment_id, updated_at DESC, coalesce(body, '') DESC, created_at DESC, issue_id DESC, author_id DESC;
ANALYZE pg_temp.w_comment;
DELETE FROM pg_temp.w_comment w
USING warehouse.comments c
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.comment_id = w.comment_id
  AND (c.updated_at, coalesce(c.body, '')) >= (w.updated_at, coalesce(w.body, ''));
DELETE FROM warehouse.comments c
USING pg_temp.w_comment w
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.comment_id = w.comment_id;
INSERT INTO warehouse.comments AS c (tenant_id, instance_id, comment_id, issue_id, author_id, body, created_at, updated_at)
SELECT :tenant, :instance, comment_id, issue_id, author_id, body, created_at, updated_at FROM pg_temp.w_comment
ON CONFLICT (tenant_id, instance_id, created_at, comment_id) DO UPDATE SET
    issue_id = excluded.issue_id, author_id = excluded.author_id, body = excluded.body, updated_at = excluded.updated_at
WHERE (c.updated_at, coalesce(c.body, '')) < (excluded.updated_at, coalesce(excluded.body, ''));
