-- Hole: servers before 15.14, 16.10 and 17.6 show statistics of rows that policies hide, or apply a plan with another role's
--   policy.
-- Mend: upgrade to the newest minor version.
SELECT 'PostgreSQL ' || current_setting('server_version') AS object, 'it has known faults in row security' AS finding
FROM (SELECT current_setting('server_version_num')::integer AS number) version
WHERE number < 150014 OR number BETWEEN 160000 AND 160009 OR number BETWEEN 170000 AND 170005
