#!/bin/bash
# Sets the passwords of the services' roles, once, on the empty database (see bootstrap.sql).
set -euo pipefail
psql --quiet -v ON_ERROR_STOP=1 --username postgres --dbname plumbline \
    -v migrator="$PLUMBLINE_MIGRATOR_PASSWORD" -v catalog="$PLUMBLINE_CATALOG_PASSWORD" \
    -v query="$PLUMBLINE_QUERY_PASSWORD" -v job="$PLUMBLINE_JOB_PASSWORD" <<'SQL'
ALTER ROLE migrator PASSWORD :'migrator';
ALTER ROLE catalog_service PASSWORD :'catalog';
ALTER ROLE query_service PASSWORD :'query';
ALTER ROLE job_service PASSWORD :'job';
SQL
