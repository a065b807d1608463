with
  "issue_by_done_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      "sprint"."name" as "sprint_name",
      count(*) as "m1"
    from "warehouse"."issues_as_of"(cast($2 as timestamptz)) as "issue"
      left outer join "warehouse"."sprints_as_of"(cast($2 as timestamptz)) as "sprint"
        on (
          "sprint"."tenant_id" = cast($3 as text)
          and "sprint"."instance_id" = "issue"."instance_id"
          and "sprint"."sprint_id" = "issue"."sprint_id"
        )
    where (
      "issue"."tenant_id" = cast($3 as text)
      and "issue"."done_at" >= cast($4 as timestamptz)
      and "issue"."done_at" < cast($5 as timestamptz)
      and "issue"."status" = cast($6 as text)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "periods" as materialized (
    select
      "calendar"."day" as "metric_time",
      greatest((cast("calendar"."day" as timestamp) at time zone cast($1 as text)), cast($4 as timestamptz)) as "from_at",
      least((cast(cast("calendar"."day" + 1 * interval '1 month' as date) as timestamp) at time zone cast($1 as text)), cast($7 as timestamptz)) as "to_at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($8 as date) as timestamp), cast(cast($9 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "blocked_interval_by_from_at" as materialized (
    select
      "periods"."metric_time" as "metric_time",
      "sprint"."name" as "sprint_name",
      sum((extract(epoch from (least("blocked_interval"."to_at", "periods"."to_at") - greatest("blocked_interval"."from_at", "periods"."from_at"))) / 3600)) as "m3"
    from "warehouse"."blocked_intervals_as_of"(cast($2 as timestamptz)) as "blocked_interval"
      join "periods"
        on (
          "blocked_interval"."from_at" < "periods"."to_at"
          and greatest("blocked_interval"."from_at", "periods"."from_at") < least("blocked_interval"."to_at", "periods"."to_at")
        )
      left outer join "warehouse"."issues_as_of"(cast($2 as timestamptz)) as "issue"
        on (
          "issue"."tenant_id" = cast($3 as text)
          and "issue"."instance_id" = "blocked_interval"."instance_id"
          and "issue"."issue_id" = "blocked_interval"."issue_id"
        )
      left outer join "warehouse"."sprints_as_of"(cast($2 as timestamptz)) as "sprint"
        on (
          "sprint"."tenant_id" = cast($3 as text)
          and "sprint"."instance_id" = "issue"."instance_id"
          and "sprint"."sprint_id" = "issue"."sprint_id"
        )
    where (
      "blocked_interval"."tenant_id" = cast($3 as text)
      and "issue"."status" = cast($6 as text)
    )
    group by 1, 2
  ),
  "states_at_end" as materialized (
    select
      "periods"."metric_time" as "metric_time",
      "sprint"."name" as "sprint_name",
      count(*) as "m2"
    from "warehouse"."issue_states_as_of"(cast($2 as timestamptz)) as "issue_state"
      join "periods"
        on (
          "issue_state"."from_at" < "periods"."to_at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "periods"."to_at")
        )
      left outer join "warehouse"."issues_as_of"(cast($2 as timestamptz)) as "issue"
        on (
          "issue"."tenant_id" = cast($3 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      left outer join "warehouse"."sprints_as_of"(cast($2 as timestamptz)) as "sprint"
        on (
          "sprint"."tenant_id" = cast($3 as text)
          and "sprint"."instance_id" = "issue"."instance_id"
          and "sprint"."sprint_id" = "issue"."sprint_id"
        )
    where (
      "issue_state"."tenant_id" = cast($3 as text)
      and "issue_state"."status" = cast($6 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."metric_time" as "metric_time",
      "issue_by_done_at"."sprint_name" as "sprint_name",
      cast("issue_by_done_at"."m1" as bigint) as "m1",
      cast(null as numeric) as "m3",
      cast(null as bigint) as "m2"
    from "issue_by_done_at"
    union all
    select
      "blocked_interval_by_from_at"."metric_time" as "metric_time",
      "blocked_interval_by_from_at"."sprint_name" as "sprint_name",
      cast(null as bigint) as "m1",
      cast("blocked_interval_by_from_at"."m3" as numeric) as "m3",
      cast(null as bigint) as "m2"
    from "blocked_interval_by_from_at"
    union all
    select
      "states_at_end"."metric_time" as "metric_time",
      "states_at_end"."sprint_name" as "sprint_name",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m3",
      cast("states_at_end"."m2" as bigint) as "m2"
    from "states_at_end"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($10 as date) as timestamp), cast(cast($11 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "groups" as materialized (
    select "cells"."sprint_name" as "sprint_name"
    from "cells"
    group by 1
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."sprint_name" as "sprint_name",
      "cells"."m1" as "m1",
      "cells"."m3" as "m3",
      "cells"."m2" as "m2"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      "groups"."sprint_name" as "sprint_name",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m3",
      cast(null as bigint) as "m2"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      "filled"."sprint_name" as "sprint_name",
      max("filled"."m1") as "m1",
      max("filled"."m3") as "m3",
      max("filled"."m2") as "m2"
    from "filled"
    group by 1, 2
  )
select
  "answer"."metric_time" as "metric_time",
  "answer"."sprint_name" as "sprint_name",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  cast(coalesce("answer"."m2", case when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) < cast($12 as timestamptz) then 0 end) as bigint) as "m2_value",
  cast(coalesce("answer"."m3", 0) as double precision) as "m3_value",
  case when coalesce("answer"."m2", case when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) < cast($12 as timestamptz) then 0 end) is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) >= cast($12 as timestamptz) then 'not_applicable' else 'no_data' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time" asc nulls last,
  "answer"."sprint_name" collate "C" asc nulls last
fetch next cast($13 as bigint) rows only

-- parameters
-- $1 timezone = Europe/Prague
-- $2 as_of = 2026-04-09T22:00Z
-- $3 tenant = acme
-- $4 from = 2025-12-31T23:00Z
-- $5 to = 2026-06-30T22:00Z
-- $6 filter_1 = Done
-- $7 until = 2026-04-09T22:00Z
-- $8 first_month = 2026-01-01
-- $9 last_month = 2026-04-01
-- $10 first_bucket_by_month = 2026-01-01
-- $11 last_bucket_by_month = 2026-06-01
-- $12 now = 2026-04-09T22:00Z
-- $13 limit = 1000
-- columns
-- metric_time DATE
-- sprint_name TEXT
-- closed INTEGER
-- wip INTEGER
-- blocked_hours DECIMAL
-- wip WHY
-- total INTEGER
