with
  "blocked_interval_beginning" as materialized (
    select min("blocked_interval"."from_at") as "at"
    from "warehouse"."blocked_intervals" as "blocked_interval"
    where "blocked_interval"."tenant_id" = cast($1 as text)
  ),
  "blocked_interval_periods" as materialized (
    select
      "calendar"."day" as "metric_time",
      (cast("calendar"."day" as timestamp) at time zone cast($2 as text)) as "from_at",
      least((cast(cast("calendar"."day" + 1 * interval '1 month' as date) as timestamp) at time zone cast($2 as text)), cast($3 as timestamptz)) as "to_at"
    from "blocked_interval_beginning"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast(date_trunc('month', ("blocked_interval_beginning"."at" at time zone cast($2 as text))) as date) as timestamp), cast(cast($4 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "blocked_interval_by_from_at" as materialized (
    select
      "blocked_interval_periods"."metric_time" as "metric_time",
      sum((extract(epoch from (least("blocked_interval"."to_at", "blocked_interval_periods"."to_at") - greatest("blocked_interval"."from_at", "blocked_interval_periods"."from_at"))) / 3600)) as "m1"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      join "blocked_interval_periods"
        on (
          "blocked_interval"."from_at" < "blocked_interval_periods"."to_at"
          and greatest("blocked_interval"."from_at", "blocked_interval_periods"."from_at") < least("blocked_interval"."to_at", "blocked_interval_periods"."to_at")
        )
    where "blocked_interval"."tenant_id" = cast($1 as text)
    group by 1
  ),
  "cells" as materialized (
    select
      "blocked_interval_by_from_at"."metric_time" as "metric_time",
      cast("blocked_interval_by_from_at"."m1" as numeric) as "m1"
    from "blocked_interval_by_from_at"
  ),
  "edges" as materialized (
    select
      min("cells"."metric_time") as "first_bucket",
      max("cells"."metric_time") as "last_bucket"
    from "cells"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from "edges"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast("edges"."first_bucket" as timestamp), cast("edges"."last_bucket" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."m1" as "m1"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      cast(null as numeric) as "m1"
    from "buckets"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      max("filled"."m1") as "m1"
    from "filled"
    group by 1
  )
select
  "answer"."metric_time" as "metric_time",
  cast(coalesce("answer"."m1", 0) as double precision) as "m1_value",
  count(*) over () as "total"
from "answer"
order by "answer"."metric_time" asc nulls last
fetch next cast($5 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 timezone = UTC
-- $3 until = 2026-07-01T12:00Z
-- $4 last_month = 2026-07-01
-- $5 limit = 1000
-- columns
-- metric_time DATE
-- blocked_hours DECIMAL
-- total INTEGER
