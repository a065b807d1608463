-- Hole: an operator, cast or operator class of one's own is fed rows by the planner and by statistics, possibly those of
--   other tenants.
-- Mend: DROP OPERATOR, DROP CAST or DROP OPERATOR CLASS; ask with PostgreSQL's own.
SELECT pg_describe_object(o.class, o.oid, 0) AS object, 'it is not PostgreSQL''s own' AS finding
FROM (
    SELECT 'pg_operator'::regclass AS class, oid FROM pg_operator
    UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_cast
    UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_opclass
) o
WHERE o.oid >= 16384 -- the first that a user can make
ORDER BY 1
