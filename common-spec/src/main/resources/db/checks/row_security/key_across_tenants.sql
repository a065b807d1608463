-- Hole: a primary, unique or exclusion key without tenant_id is checked against every tenant's rows: a refused row tells
--   that another tenant has that value.
-- Mend: make tenant_id the first column of the key.
SELECT i.indrelid::regclass::text AS object, format('the key %s is checked across tenants', i.indexrelid::regclass) AS finding
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (i.indisunique OR i.indisexclusion)
  AND t.attnum <> ALL ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
ORDER BY 1, 2
