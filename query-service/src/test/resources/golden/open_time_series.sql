with
  "issue_by_done_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."metric_time" as "metric_time",
      cast("issue_by_done_at"."m1" as bigint) as "m1"
    from "issue_by_done_at"
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
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast($4 as date) as timestamp), cast("edges"."last_bucket" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."m1" as "m1"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m1"
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
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "answer"
order by "answer"."metric_time" asc nulls last
fetch next cast($5 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 from = 2026-01-01T00:00Z
-- $4 first_bucket_by_month = 2026-01-01
-- $5 limit = 1000
-- columns
-- metric_time DATE
-- closed INTEGER
-- total INTEGER
