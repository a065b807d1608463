with
  "own_issue_by_done_at" as materialized (
    select
      "issue"."issue_type" as "issue_type",
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" is not null
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "extent" as materialized (
    select "own_issue_by_done_at"."metric_time" as "metric_time"
    from "own_issue_by_done_at"
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
  "rolling_3_issue_by_done_at_by_period" as materialized (
    select
      "issue"."issue_type" as "issue_type",
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" is not null
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "rolling_3_members" as materialized (
    select
      "calendar"."day" as "member",
      "buckets"."metric_time" as "metric_time"
    from "buckets"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast("buckets"."metric_time" + -2 * interval '1 month' as date) as timestamp), cast("buckets"."metric_time" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "rolling_3_issue_by_done_at_rolled_up" as materialized (
    select
      "rolling_3_issue_by_done_at_by_period"."issue_type" as "issue_type",
      "rolling_3_members"."metric_time" as "metric_time",
      sum("rolling_3_issue_by_done_at_by_period"."m1") as "m1"
    from "rolling_3_issue_by_done_at_by_period"
      join "rolling_3_members"
        on "rolling_3_members"."member" = "rolling_3_issue_by_done_at_by_period"."metric_time"
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "rolling_3_issue_by_done_at_rolled_up"."issue_type" as "issue_type",
      "rolling_3_issue_by_done_at_rolled_up"."metric_time" as "metric_time",
      cast("rolling_3_issue_by_done_at_rolled_up"."m1" as bigint) as "m1"
    from "rolling_3_issue_by_done_at_rolled_up"
  ),
  "groups" as materialized (
    select "cells"."issue_type" as "issue_type"
    from "cells"
    group by 1
  ),
  "filled" as materialized (
    select
      "cells"."issue_type" as "issue_type",
      "cells"."metric_time" as "metric_time",
      "cells"."m1" as "m1"
    from "cells"
    union all
    select
      "groups"."issue_type" as "issue_type",
      "buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m1"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."issue_type" as "issue_type",
      "filled"."metric_time" as "metric_time",
      max("filled"."m1") as "m1"
    from "filled"
    group by 1, 2
  ),
  "total_1_buckets" as materialized (
    select "buckets"."metric_time" as "metric_time"
    from "buckets"
  ),
  "total_1_rolling_3_issue_by_done_at_by_period" as materialized (
    select
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" is not null
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "total_1_rolling_3_members" as materialized (
    select
      "calendar"."day" as "member",
      "total_1_buckets"."metric_time" as "metric_time"
    from "total_1_buckets"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast("total_1_buckets"."metric_time" + -2 * interval '1 month' as date) as timestamp), cast("total_1_buckets"."metric_time" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "total_1_rolling_3_issue_by_done_at_rolled_up" as materialized (
    select
      "total_1_rolling_3_members"."metric_time" as "metric_time",
      sum("total_1_rolling_3_issue_by_done_at_by_period"."m1") as "m1"
    from "total_1_rolling_3_issue_by_done_at_by_period"
      join "total_1_rolling_3_members"
        on "total_1_rolling_3_members"."member" = "total_1_rolling_3_issue_by_done_at_by_period"."metric_time"
    group by 1
  )
select
  "answer"."issue_type" as "issue_type",
  "answer"."metric_time" as "metric_time",
  cast((cast((100 * coalesce("answer"."m1", 0)) as numeric) / nullif("total_1_rolling_3_issue_by_done_at_rolled_up"."m1", 0)) as double precision) as "m1_value",
  case when (cast((100 * coalesce("answer"."m1", 0)) as numeric) / nullif("total_1_rolling_3_issue_by_done_at_rolled_up"."m1", 0)) is not null then null else 'not_applicable' end as "m1_value_why",
  count(*) over () as "total"
from "answer"
  left outer join "total_1_rolling_3_issue_by_done_at_rolled_up"
    on cast(("answer"."metric_time", 0) as text) = cast(("total_1_rolling_3_issue_by_done_at_rolled_up"."metric_time", 0) as text)
order by
  "answer"."metric_time" asc nulls last,
  "answer"."issue_type" collate "C" asc nulls last
fetch next cast($3 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 limit = 1000
-- columns
-- issue_type TEXT
-- metric_time DATE
-- closed DECIMAL
-- closed WHY
-- total INTEGER
