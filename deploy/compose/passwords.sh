#!/bin/bash
# Sets the passwords of the services' roles, once, on the empty database (see bootstrap.sql). psql takes them from the
# environment: the arguments of a process can be read by others.
set -euo pipefail
psql --quiet -v ON_ERROR_STOP=1 --username postgres --dbname plumbline <<'SQL'
\getenv migrator PLUMBLINE_MIGRATOR_PASSWORD
\getenv catalog PLUMBLINE_CATALOG_PASSWORD
\getenv query PLUMBLINE_QUERY_PASSWORD
\getenv job PLUMBLINE_JOB_PASSWORD
\getenv scheduler PLUMBLINE_SCHEDULER_PASSWORD
ALTER ROLE migrator PASSWORD :'migrator';
ALTER ROLE catalog_service PASSWORD :'catalog';
ALTER ROLE query_service PASSWORD :'query';
ALTER ROLE job_service PASSWORD :'job';
ALTER ROLE job_scheduler PASSWORD :'scheduler';
SQL
