with
  "issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      cast(date_trunc('week', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m3"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($3 as timestamptz)
      and "issue"."done_at" < cast($4 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($5 as date) as timestamp), cast(cast($6 as date) as timestamp), interval '1 week') as series(day)) as "calendar"
  ),
  "rolling_4_issue_by_done_at_by_period" as materialized (
    select
      "project"."project_key" as "project_key",
      cast(date_trunc('week', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($7 as timestamptz)
      and "issue"."done_at" < cast($8 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "rolling_4_members" as materialized (
    select
      "calendar"."day" as "member",
      "buckets"."metric_time" as "metric_time"
    from "buckets"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast("buckets"."metric_time" + -3 * interval '1 week' as date) as timestamp), cast("buckets"."metric_time" as timestamp), interval '1 week') as series(day)) as "calendar"
  ),
  "rolling_4_issue_by_done_at_rolled_up" as materialized (
    select
      "rolling_4_issue_by_done_at_by_period"."project_key" as "project_key",
      "rolling_4_members"."metric_time" as "metric_time",
      sum("rolling_4_issue_by_done_at_by_period"."m1") as "m1"
    from "rolling_4_issue_by_done_at_by_period"
      join "rolling_4_members"
        on "rolling_4_members"."member" = "rolling_4_issue_by_done_at_by_period"."metric_time"
    group by 1, 2
  ),
  "rolling_4_issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      "rolling_4_members"."metric_time" as "metric_time",
      percentile_cont(0.9) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."created_at") / 86400.0)) as "m2"
    from "warehouse"."issues" as "issue"
      join "rolling_4_members"
        on "rolling_4_members"."member" = cast(date_trunc('week', ("issue"."done_at" at time zone cast($1 as text))) as date)
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($7 as timestamptz)
      and "issue"."done_at" < cast($8 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."project_key" as "project_key",
      "issue_by_done_at"."metric_time" as "metric_time",
      cast("issue_by_done_at"."m3" as bigint) as "m3",
      cast(null as bigint) as "m1",
      cast(null as double precision) as "m2"
    from "issue_by_done_at"
    union all
    select
      "rolling_4_issue_by_done_at_rolled_up"."project_key" as "project_key",
      "rolling_4_issue_by_done_at_rolled_up"."metric_time" as "metric_time",
      cast(null as bigint) as "m3",
      cast("rolling_4_issue_by_done_at_rolled_up"."m1" as bigint) as "m1",
      cast(null as double precision) as "m2"
    from "rolling_4_issue_by_done_at_rolled_up"
    union all
    select
      "rolling_4_issue_by_done_at"."project_key" as "project_key",
      "rolling_4_issue_by_done_at"."metric_time" as "metric_time",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m1",
      cast("rolling_4_issue_by_done_at"."m2" as double precision) as "m2"
    from "rolling_4_issue_by_done_at"
  ),
  "groups" as materialized (
    select "cells"."project_key" as "project_key"
    from "cells"
    group by 1
  ),
  "filled" as materialized (
    select
      "cells"."project_key" as "project_key",
      "cells"."metric_time" as "metric_time",
      "cells"."m3" as "m3",
      "cells"."m1" as "m1",
      "cells"."m2" as "m2"
    from "cells"
    union all
    select
      "groups"."project_key" as "project_key",
      "buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m1",
      cast(null as double precision) as "m2"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."project_key" as "project_key",
      "filled"."metric_time" as "metric_time",
      max("filled"."m3") as "m3",
      max("filled"."m1") as "m1",
      max("filled"."m2") as "m2"
    from "filled"
    group by 1, 2
  )
select
  "answer"."project_key" as "project_key",
  "answer"."metric_time" as "metric_time",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  cast("answer"."m2" as double precision) as "m2_value",
  cast(coalesce("answer"."m3", 0) as bigint) as "m3_value",
  case when "answer"."m2" is not null then null else 'no_data' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time" asc nulls last,
  "answer"."project_key" collate "C" asc nulls last
fetch next cast($9 as bigint) rows only

-- parameters
-- $1 timezone = Europe/Prague
-- $2 tenant = acme
-- $3 from = 2026-03-03T23:00Z
-- $4 to = 2026-04-30T22:00Z
-- $5 first_bucket_by_week = 2026-03-02
-- $6 last_bucket_by_week = 2026-04-27
-- $7 rolling_4_from = 2026-02-08T23:00Z
-- $8 rolling_4_to = 2026-04-30T22:00Z
-- $9 limit = 1000
-- columns
-- project_key TEXT
-- metric_time DATE
-- closed INTEGER
-- lead_time_p90 DECIMAL
-- plain INTEGER
-- lead_time_p90 WHY
-- total INTEGER
