-- Hours are exact numbers: sums of them are the same in whatever order the rows come. The view and its function are made
-- again, with their new type, by R__sprint_scope.sql.
DROP FUNCTION IF EXISTS warehouse.sprint_scope_as_of;
DROP VIEW IF EXISTS warehouse.sprint_scope;
ALTER TABLE warehouse.issues ALTER COLUMN active_hours TYPE numeric;
