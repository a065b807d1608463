-- Issues that are not touched themselves, but whose sprints have another state now. Runs after the memberships of the
-- touched ones were cleared and before they are written anew: what is there belongs to the others.
UPDATE warehouse.issues i SET sprint_id = p.sprint_id
FROM (
    SELECT DISTINCT ON (m.issue_id) m.issue_id, m.sprint_id
    FROM warehouse.sprint_issues m
    JOIN warehouse.issues holder
        ON holder.tenant_id = :tenant AND holder.instance_id = :instance AND holder.issue_id = m.issue_id
    LEFT JOIN warehouse.sprints s ON s.tenant_id = :tenant AND s.instance_id = :instance AND s.sprint_id = m.sprint_id
    WHERE m.tenant_id = :tenant AND m.instance_id = :instance
      AND (m.removed_at IS NULL OR (m.removed_at >= holder.deleted_at AND NOT EXISTS (
        -- The deletion ended the stay, no change of then.
        SELECT FROM warehouse.issue_changes c
        WHERE c.tenant_id = m.tenant_id AND c.instance_id = m.instance_id AND c.issue_id = m.issue_id
          AND c.changed_at = m.removed_at AND c.field = 'sprint' AND m.added_at < m.removed_at
          AND m.sprint_id = ANY (string_to_array(replace(c.old_value, ' ', ''), ','))
          AND m.sprint_id <> ALL (string_to_array(replace(coalesce(c.new_value, ''), ' ', ''), ',')))))
      AND m.issue_id IN (
        SELECT c.issue_id
        FROM pg_temp.changed_sprint x
        JOIN warehouse.sprint_issues c ON c.tenant_id = :tenant AND c.instance_id = :instance AND c.sprint_id = x.sprint_id)
    ORDER BY m.issue_id, array_position(ARRAY['active', 'future', 'closed'], s.state) NULLS LAST,
        s.started_at DESC NULLS LAST, length(m.sprint_id) DESC, m.sprint_id DESC
) p
WHERE i.tenant_id = :tenant AND i.instance_id = :instance AND i.issue_id = p.issue_id
  AND i.sprint_id IS DISTINCT FROM p.sprint_id AND EXISTS (SELECT FROM pg_temp.changed_sprint);
