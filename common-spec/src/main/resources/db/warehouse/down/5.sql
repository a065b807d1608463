-- The way back from version 5: sprints' sets are worked out at each reading again, by the earlier R__sprint_scope.sql.
DROP FUNCTION IF EXISTS warehouse.sprint_sets_as_of;
DROP VIEW IF EXISTS warehouse.sprint_sets, warehouse.sprint_scope;
DROP FUNCTION IF EXISTS warehouse.sprint_scope_until;
DROP TABLE warehouse.sprint_facts;
