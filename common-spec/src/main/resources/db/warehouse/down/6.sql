-- The way back from version 6: the statistics go, and with them the rights of the role that kept them.
DROP VIEW IF EXISTS warehouse.issue_comment_stats, warehouse.sprint_stats;
DROP MATERIALIZED VIEW warehouse.mv_issue_comment_stats, warehouse.mv_sprint_stats_enriched, warehouse.mv_data_versions;
REVOKE ALL ON warehouse.tenants, warehouse.sprints, warehouse.sprint_facts FROM warehouse_facts;
REVOKE ALL (tenant_id, instance_id, issue_id, author_id, created_at) ON warehouse.comments FROM warehouse_facts;
