-- Hole: an extension that opens other connections, reads files or raw pages, keeps others' statements, or runs untrusted
--   languages, answers without asking any policy.
-- Mend: DROP EXTENSION …; fetch such data outside of the database.
SELECT format('extension %I', e.extname) AS object, 'it reads past row security' AS finding
FROM pg_extension e
WHERE e.extname IN ('dblink', 'postgres_fdw', 'file_fdw', 'adminpack', 'pageinspect', 'pg_walinspect', 'pg_visibility',
    'pg_surgery', 'pgrowlocks', 'pg_buffercache', 'pg_stat_statements', 'xml2', 'lo')
UNION ALL
SELECT format('language %I', l.lanname), 'it is untrusted: it reads files and opens connections'
FROM pg_language l
WHERE l.lanispl AND NOT l.lanpltrusted
ORDER BY 1
