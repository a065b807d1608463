with
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($1 as date) as timestamp), cast(cast($2 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "rolling_3_sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      cast(date_trunc('month', ("sprint"."ended_at" at time zone cast($3 as text))) as date) as "metric_time",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1"
    from "warehouse"."sprints" as "sprint"
      left outer join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($4 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
    where (
      "sprint"."tenant_id" = cast($4 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($5 as timestamptz)
      and "sprint"."ended_at" < cast($6 as timestamptz)
    )
    group by 1, 2, 3
  ),
  "rolling_3_members" as materialized (
    select
      "calendar"."day" as "member",
      "buckets"."metric_time" as "metric_time"
    from "buckets"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast("buckets"."metric_time" + -2 * interval '1 month' as date) as timestamp), cast("buckets"."metric_time" as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "rolling_3_sprints_rolled_up" as materialized (
    select
      "rolling_3_members"."metric_time" as "metric_time",
      avg("rolling_3_sprint_values"."m1") as "m1"
    from "rolling_3_sprint_values"
      join "rolling_3_members"
        on "rolling_3_members"."member" = "rolling_3_sprint_values"."metric_time"
    group by 1
  ),
  "rolling_3_days" as materialized (
    select
      cast(date_trunc('month', cast("calendar"."day" as timestamp)) as date) as "metric_time",
      least((cast(cast("calendar"."day" + 1 * interval '1 day' as date) as timestamp) at time zone cast($3 as text)), cast($7 as timestamptz)) as "at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($8 as date) as timestamp), cast(cast($9 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "rolling_3_day_counts" as materialized (
    select
      "rolling_3_members"."metric_time" as "metric_time",
      count(*) as "days"
    from "rolling_3_days"
      join "rolling_3_members"
        on "rolling_3_members"."member" = "rolling_3_days"."metric_time"
    where (cast("rolling_3_members"."metric_time" as timestamp) at time zone cast($3 as text)) < cast($10 as timestamptz)
    group by 1
  ),
  "rolling_3_states_by_day" as materialized (
    select
      "rolling_3_days"."metric_time" as "metric_time",
      "rolling_3_days"."at" as "at",
      count(*) as "m2"
    from "warehouse"."issue_states" as "issue_state"
      join "rolling_3_days"
        on (
          "issue_state"."from_at" < "rolling_3_days"."at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "rolling_3_days"."at")
        )
    where (
      "issue_state"."tenant_id" = cast($4 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2
  ),
  "rolling_3_states_rolled_up" as materialized (
    select
      "rolling_3_day_counts"."metric_time" as "metric_time",
      (cast(coalesce(sum("rolling_3_states_by_day"."m2"), 0) as numeric) / nullif(max("rolling_3_day_counts"."days"), 0)) as "m2"
    from "rolling_3_day_counts"
      join "rolling_3_members"
        on "rolling_3_members"."metric_time" = "rolling_3_day_counts"."metric_time"
      left outer join "rolling_3_states_by_day"
        on "rolling_3_members"."member" = "rolling_3_states_by_day"."metric_time"
    group by 1
  ),
  "cells" as materialized (
    select
      "rolling_3_sprints_rolled_up"."metric_time" as "metric_time",
      cast("rolling_3_sprints_rolled_up"."m1" as numeric) as "m1",
      cast(null as numeric) as "m2"
    from "rolling_3_sprints_rolled_up"
    union all
    select
      "rolling_3_states_rolled_up"."metric_time" as "metric_time",
      cast(null as numeric) as "m1",
      cast("rolling_3_states_rolled_up"."m2" as numeric) as "m2"
    from "rolling_3_states_rolled_up"
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."m1" as "m1",
      "cells"."m2" as "m2"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      cast(null as numeric) as "m1",
      cast(null as numeric) as "m2"
    from "buckets"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      max("filled"."m1") as "m1",
      max("filled"."m2") as "m2"
    from "filled"
    group by 1
  )
select
  "answer"."metric_time" as "metric_time",
  cast("answer"."m1" as double precision) as "m1_value",
  cast(coalesce("answer"."m2", case when (cast("answer"."metric_time" as timestamp) at time zone cast($3 as text)) < cast($10 as timestamptz) then 0 end) as double precision) as "m2_value",
  case when "answer"."m1" is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($3 as text)) >= cast($10 as timestamptz) then 'not_applicable' else 'no_data' end as "m1_value_why",
  case when coalesce("answer"."m2", case when (cast("answer"."metric_time" as timestamp) at time zone cast($3 as text)) < cast($10 as timestamptz) then 0 end) is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($3 as text)) >= cast($10 as timestamptz) then 'not_applicable' else 'no_data' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by "answer"."metric_time" asc nulls last
fetch next cast($11 as bigint) rows only

-- parameters
-- $1 first_bucket_by_month = 2026-03-01
-- $2 last_bucket_by_month = 2026-07-01
-- $3 timezone = UTC
-- $4 tenant = acme
-- $5 rolling_3_from = 2026-01-01T00:00Z
-- $6 rolling_3_to = 2026-08-01T00:00Z
-- $7 rolling_3_until = 2026-07-01T12:00Z
-- $8 rolling_3_first_day = 2026-01-01
-- $9 rolling_3_last_day = 2026-07-01
-- $10 now = 2026-07-01T12:00Z
-- $11 limit = 1000
-- columns
-- metric_time DATE
-- velocity DECIMAL
-- wip DECIMAL
-- velocity WHY
-- wip WHY
-- total INTEGER
