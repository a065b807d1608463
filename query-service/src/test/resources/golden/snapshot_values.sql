with
  "periods" as materialized (
    select
      "calendar"."day" as "metric_time",
      greatest((cast("calendar"."day" as timestamp) at time zone cast($1 as text)), cast($2 as timestamptz)) as "from_at",
      least((cast(cast("calendar"."day" + 1 * interval '1 month' as date) as timestamp) at time zone cast($1 as text)), cast($3 as timestamptz)) as "to_at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($4 as date) as timestamp), cast(cast($5 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "states_at_end" as materialized (
    select
      "periods"."metric_time" as "metric_time",
      "assignee"."display_name" as "assignee",
      percentile_cont(0.5) within group (order by (date_part('epoch', "periods"."to_at" - "issue_state"."status_since") / 86400.0)) as "m1",
      stddev_samp((extract(epoch from ("periods"."to_at" - "issue_state"."status_since")) / 86400)) as "m2",
      count(*) as "m3",
      count((extract(epoch from ("periods"."to_at" - "issue_state"."status_since")) / 86400)) as "m2_n"
    from "warehouse"."issue_states" as "issue_state"
      join "periods"
        on (
          "issue_state"."from_at" < "periods"."to_at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "periods"."to_at")
        )
      left outer join "warehouse"."users" as "assignee"
        on (
          "assignee"."tenant_id" = cast($6 as text)
          and "assignee"."user_id" = "issue_state"."assignee_id"
          and "assignee"."instance_id" = "issue_state"."instance_id"
        )
    where (
      "issue_state"."tenant_id" = cast($6 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "states_at_end"."metric_time" as "metric_time",
      "states_at_end"."assignee" as "assignee",
      cast("states_at_end"."m1" as double precision) as "m1",
      cast("states_at_end"."m2" as numeric) as "m2",
      cast("states_at_end"."m3" as bigint) as "m3",
      cast("states_at_end"."m2_n" as bigint) as "m2_n"
    from "states_at_end"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($7 as date) as timestamp), cast(cast($8 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "groups" as materialized (
    select "cells"."assignee" as "assignee"
    from "cells"
    group by 1
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."assignee" as "assignee",
      "cells"."m1" as "m1",
      "cells"."m2" as "m2",
      "cells"."m3" as "m3",
      "cells"."m2_n" as "m2_n"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      "groups"."assignee" as "assignee",
      cast(null as double precision) as "m1",
      cast(null as numeric) as "m2",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m2_n"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      "filled"."assignee" as "assignee",
      max("filled"."m1") as "m1",
      max("filled"."m2") as "m2",
      max("filled"."m3") as "m3",
      max("filled"."m2_n") as "m2_n"
    from "filled"
    group by 1, 2
  )
select
  "answer"."metric_time" as "metric_time",
  "answer"."assignee" as "assignee",
  cast("answer"."m1" as double precision) as "m1_value",
  cast("answer"."m2" as double precision) as "m2_value",
  cast(coalesce("answer"."m3", case when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) < cast($9 as timestamptz) then 0 end) as bigint) as "m3_value",
  case when "answer"."m1" is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) >= cast($9 as timestamptz) then 'not_applicable' else 'no_data' end as "m1_value_why",
  case when "answer"."m2" is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) >= cast($9 as timestamptz) then 'not_applicable' when coalesce("answer"."m2_n", 0) > 0 then 'insufficient_n' else 'no_data' end as "m2_value_why",
  case when coalesce("answer"."m3", case when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) < cast($9 as timestamptz) then 0 end) is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) >= cast($9 as timestamptz) then 'not_applicable' else 'no_data' end as "m3_value_why",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time" asc nulls last,
  "answer"."assignee" collate "C" asc nulls last
fetch next cast($10 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 from = 2026-04-01T00:00Z
-- $3 until = 2026-07-01T12:00Z
-- $4 first_month = 2026-04-01
-- $5 last_month = 2026-07-01
-- $6 tenant = acme
-- $7 first_bucket_by_month = 2026-04-01
-- $8 last_bucket_by_month = 2026-07-01
-- $9 now = 2026-07-01T12:00Z
-- $10 limit = 1000
-- columns
-- metric_time DATE
-- assignee TEXT
-- probe_state_age DECIMAL
-- deviation DECIMAL
-- wip INTEGER
-- probe_state_age WHY
-- deviation WHY
-- wip WHY
-- total INTEGER
