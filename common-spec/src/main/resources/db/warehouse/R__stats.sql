-- What is read of the materialized views: the tenant's rows, and the version of its data that they were made of. Where that
-- is not the tenant's present version, they are of an earlier state. Covers version 6.
--
-- These views read with their owner's rights, because nobody else has any; so each of them filters by the tenant itself, and
-- as a barrier: no condition of a reader runs before that filter (lint materialized_view_open).
CREATE OR REPLACE VIEW warehouse.sprint_stats WITH (security_barrier = true) AS
SELECT m.*, v.data_version
FROM warehouse.mv_sprint_stats_enriched m
JOIN warehouse.mv_data_versions v ON v.tenant_id = m.tenant_id
WHERE m.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), ''));

CREATE OR REPLACE VIEW warehouse.issue_comment_stats WITH (security_barrier = true) AS
SELECT m.*, v.data_version
FROM warehouse.mv_issue_comment_stats m
JOIN warehouse.mv_data_versions v ON v.tenant_id = m.tenant_id
WHERE m.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), ''));

REVOKE ALL ON warehouse.sprint_stats, warehouse.issue_comment_stats FROM PUBLIC;
GRANT SELECT ON warehouse.sprint_stats, warehouse.issue_comment_stats TO query_service;
