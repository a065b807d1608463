-- The checks of foreign keys that follow look issues up; without statistics the planner may take a wrong index for them.
ANALYZE warehouse.issues;
