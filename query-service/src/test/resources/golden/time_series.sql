with
  "issue_by_created_at" as materialized (
    select
      cast(date_trunc('week', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      "issue"."issue_type" as "issue_type",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($3 as timestamptz)
      and "issue"."created_at" < cast($4 as timestamptz)
    )
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."metric_time" as "metric_time",
      "issue_by_created_at"."issue_type" as "issue_type",
      cast("issue_by_created_at"."m1" as bigint) as "m1"
    from "issue_by_created_at"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($5 as date) as timestamp), cast(cast($6 as date) as timestamp), interval '1 week') as series(day)) as "calendar"
  ),
  "groups" as materialized (
    select "cells"."issue_type" as "issue_type"
    from "cells"
    group by 1
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."issue_type" as "issue_type",
      "cells"."m1" as "m1"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      "groups"."issue_type" as "issue_type",
      cast(null as bigint) as "m1"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      "filled"."issue_type" as "issue_type",
      max("filled"."m1") as "m1"
    from "filled"
    group by 1, 2
  )
select
  "answer"."metric_time" as "metric_time",
  "answer"."issue_type" as "issue_type",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time" asc nulls last,
  "answer"."issue_type" collate "C" asc nulls last
fetch next cast($7 as bigint) rows only

-- parameters
-- $1 timezone = Europe/Prague
-- $2 tenant = acme
-- $3 from = 2025-12-31T23:00Z
-- $4 to = 2026-06-30T22:00Z
-- $5 first_bucket_by_week = 2025-12-29
-- $6 last_bucket_by_week = 2026-06-29
-- $7 limit = 1000
-- columns
-- metric_time DATE
-- issue_type TEXT
-- created INTEGER
-- total INTEGER
