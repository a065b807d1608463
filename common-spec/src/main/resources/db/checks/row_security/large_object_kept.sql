-- Hole: large objects belong to no table: no policy stands before them.
-- Mend: move the content into a column of a table with row security, then SELECT lo_unlink(…).
SELECT format('large object %s', m.oid) AS object, format('it is kept for %s', m.lomowner::regrole) AS finding
FROM pg_largeobject_metadata m
ORDER BY 1
