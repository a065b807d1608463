-- The way back from version 3: hours are floating-point numbers again.
DROP FUNCTION IF EXISTS warehouse.sprint_scope_as_of, warehouse.issues_as_of;
DROP VIEW IF EXISTS warehouse.sprint_scope;
ALTER TABLE warehouse.issues ALTER COLUMN active_hours TYPE double precision;
