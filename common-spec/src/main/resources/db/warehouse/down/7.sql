-- The way back from version 7: metrics sum up the issues of each sprint again.
DROP VIEW IF EXISTS warehouse.sprint_totals, warehouse.sprint_sums_of_facts;
DROP TABLE warehouse.sprint_sums;
