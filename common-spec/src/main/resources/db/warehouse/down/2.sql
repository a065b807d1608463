-- The way back from version 2: the derived columns go; an import of version 1 does not know them.
DROP FUNCTION IF EXISTS warehouse.sprint_scope_as_of, warehouse.issue_states_as_of, warehouse.issues_as_of;
DROP VIEW IF EXISTS warehouse.sprint_scope;
ALTER TABLE warehouse.issue_states DROP COLUMN category_since, DROP COLUMN created_at, DROP COLUMN is_bug;
ALTER TABLE warehouse.issues DROP COLUMN reopened_times, DROP COLUMN active_hours;
