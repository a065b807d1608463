-- Hole: an index that does not begin with tenant_id cannot be entered with the policy: what a filter that is not leakproof
--   asks of it comes before the policy or not at all, and the time an answer takes follows all tenants' rows.
-- Mend: make tenant_id the first column of the index.
SELECT i.indrelid::regclass::text AS object, format('the index %s does not begin with tenant_id', i.indexrelid::regclass) AS finding
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_am m ON m.oid = x.relam
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND m.amname = 'btree' AND i.indkey[0] <> t.attnum
  -- A key without tenant_id is the finding of key_across_tenants.
  AND NOT ((i.indisunique OR i.indisexclusion) AND t.attnum <> ALL ((i.indkey::smallint[])[0:i.indnkeyatts - 1]))
ORDER BY 1, 2
