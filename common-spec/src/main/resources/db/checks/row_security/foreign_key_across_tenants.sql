-- Hole: foreign keys are checked past row security: one that does not compare tenant_id tells whether another tenant has the
--   row it points to, and a deletion may cascade to another tenant's rows.
-- Mend: FOREIGN KEY (tenant_id, …) REFERENCES … (tenant_id, …).
SELECT k.conrelid::regclass::text AS object, format('the foreign key %I does not compare tenant_id', k.conname) AS finding
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND k.contype = 'f'
  AND EXISTS (
    SELECT FROM pg_attribute t
    WHERE t.attrelid IN (k.conrelid, k.confrelid) AND t.attname = 'tenant_id' AND NOT t.attisdropped)
  AND NOT EXISTS (
    SELECT
    FROM unnest(k.conkey, k.confkey) AS pair (here, there)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.there
    WHERE a.attname = 'tenant_id' AND b.attname = 'tenant_id')
ORDER BY 1, 2
