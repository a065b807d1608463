with
  "own_issue_by_created_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" is not null
    )
    group by 1
  ),
  "extent" as materialized (
    select "own_issue_by_created_at"."metric_time" as "metric_time"
    from "own_issue_by_created_at"
  ),
  "edges" as materialized (
    select
      min("extent"."metric_time") as "first_bucket",
      max("extent"."metric_time") as "last_bucket"
    from "extent"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from "edges"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast("edges"."first_bucket" as timestamp), cast("edges"."last_bucket" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "cumulative_issue_by_created_at_by_period" as materialized (
    select
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" is not null
    )
    group by 1
  ),
  "cumulative_beginning" as materialized (
    select min("buckets"."metric_time") as "metric_time"
    from "buckets"
  ),
  "cumulative_members" as materialized (
    select
      "calendar"."day" as "member",
      "buckets"."metric_time" as "metric_time"
    from "buckets"
      cross join "cumulative_beginning"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast("cumulative_beginning"."metric_time" as timestamp), cast("buckets"."metric_time" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "cumulative_issue_by_created_at_rolled_up" as materialized (
    select
      "cumulative_members"."metric_time" as "metric_time",
      sum("cumulative_issue_by_created_at_by_period"."m1") as "m1"
    from "cumulative_issue_by_created_at_by_period"
      join "cumulative_members"
        on "cumulative_members"."member" = "cumulative_issue_by_created_at_by_period"."metric_time"
    group by 1
  ),
  "cells" as materialized (
    select
      "cumulative_issue_by_created_at_rolled_up"."metric_time" as "metric_time",
      cast("cumulative_issue_by_created_at_rolled_up"."m1" as bigint) as "m1"
    from "cumulative_issue_by_created_at_rolled_up"
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
fetch next cast($3 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 limit = 1000
-- columns
-- metric_time DATE
-- created INTEGER
-- total INTEGER
