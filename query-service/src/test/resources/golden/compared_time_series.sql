with
  "issue_by_done_at" as materialized (
    select
      cast(date_trunc('day', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m2_over"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($3 as timestamptz)
      and "issue"."done_at" < cast($4 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "issue_by_created_at" as materialized (
    select
      cast(date_trunc('day', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m2_under"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($3 as timestamptz)
      and "issue"."created_at" < cast($4 as timestamptz)
    )
    group by 1
  ),
  "periods" as materialized (
    select
      "calendar"."day" as "metric_time",
      greatest((cast("calendar"."day" as timestamp) at time zone cast($1 as text)), cast($3 as timestamptz)) as "from_at",
      least((cast(cast("calendar"."day" + 1 * interval '1 day' as date) as timestamp) at time zone cast($1 as text)), cast($5 as timestamptz)) as "to_at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($6 as date) as timestamp), cast(cast($7 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "states_at_end" as materialized (
    select
      "periods"."metric_time" as "metric_time",
      count(*) as "m1"
    from "warehouse"."issue_states" as "issue_state"
      join "periods"
        on (
          "issue_state"."from_at" < "periods"."to_at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "periods"."to_at")
        )
    where (
      "issue_state"."tenant_id" = cast($2 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1
  ),
  "previous_issue_by_done_at" as materialized (
    select
      cast(date_trunc('day', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m2_over"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($8 as timestamptz)
      and "issue"."done_at" < cast($9 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "previous_issue_by_created_at" as materialized (
    select
      cast(date_trunc('day', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m2_under"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($8 as timestamptz)
      and "issue"."created_at" < cast($9 as timestamptz)
    )
    group by 1
  ),
  "previous_periods" as materialized (
    select
      "calendar"."day" as "metric_time",
      greatest((cast("calendar"."day" as timestamp) at time zone cast($1 as text)), cast($8 as timestamptz)) as "from_at",
      least((cast(cast("calendar"."day" + 1 * interval '1 day' as date) as timestamp) at time zone cast($1 as text)), cast($10 as timestamptz)) as "to_at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($11 as date) as timestamp), cast(cast($12 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "previous_states_at_end" as materialized (
    select
      "previous_periods"."metric_time" as "metric_time",
      count(*) as "m1"
    from "warehouse"."issue_states" as "issue_state"
      join "previous_periods"
        on (
          "issue_state"."from_at" < "previous_periods"."to_at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "previous_periods"."to_at")
        )
    where (
      "issue_state"."tenant_id" = cast($2 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."metric_time" as "metric_time",
      cast("issue_by_done_at"."m2_over" as bigint) as "m2_over",
      cast(null as bigint) as "m2_under",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "previous_m2_over",
      cast(null as bigint) as "previous_m2_under",
      cast(null as bigint) as "previous_m1"
    from "issue_by_done_at"
    union all
    select
      "issue_by_created_at"."metric_time" as "metric_time",
      cast(null as bigint) as "m2_over",
      cast("issue_by_created_at"."m2_under" as bigint) as "m2_under",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "previous_m2_over",
      cast(null as bigint) as "previous_m2_under",
      cast(null as bigint) as "previous_m1"
    from "issue_by_created_at"
    union all
    select
      "states_at_end"."metric_time" as "metric_time",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under",
      cast("states_at_end"."m1" as bigint) as "m1",
      cast(null as bigint) as "previous_m2_over",
      cast(null as bigint) as "previous_m2_under",
      cast(null as bigint) as "previous_m1"
    from "states_at_end"
    union all
    select
      cast("previous_issue_by_done_at"."metric_time" + cast($13 as bigint) * interval '1 day' as date) as "metric_time",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under",
      cast(null as bigint) as "m1",
      cast("previous_issue_by_done_at"."m2_over" as bigint) as "previous_m2_over",
      cast(null as bigint) as "previous_m2_under",
      cast(null as bigint) as "previous_m1"
    from "previous_issue_by_done_at"
    where (cast("previous_issue_by_done_at"."metric_time" + cast($13 as bigint) * interval '1 day' as date) >= cast($14 as date) and cast("previous_issue_by_done_at"."metric_time" + cast($13 as bigint) * interval '1 day' as date) <= cast($15 as date))
    union all
    select
      cast("previous_issue_by_created_at"."metric_time" + cast($13 as bigint) * interval '1 day' as date) as "metric_time",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "previous_m2_over",
      cast("previous_issue_by_created_at"."m2_under" as bigint) as "previous_m2_under",
      cast(null as bigint) as "previous_m1"
    from "previous_issue_by_created_at"
    where (cast("previous_issue_by_created_at"."metric_time" + cast($13 as bigint) * interval '1 day' as date) >= cast($14 as date) and cast("previous_issue_by_created_at"."metric_time" + cast($13 as bigint) * interval '1 day' as date) <= cast($15 as date))
    union all
    select
      cast("previous_states_at_end"."metric_time" + cast($13 as bigint) * interval '1 day' as date) as "metric_time",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "previous_m2_over",
      cast(null as bigint) as "previous_m2_under",
      cast("previous_states_at_end"."m1" as bigint) as "previous_m1"
    from "previous_states_at_end"
    where (cast("previous_states_at_end"."metric_time" + cast($13 as bigint) * interval '1 day' as date) >= cast($14 as date) and cast("previous_states_at_end"."metric_time" + cast($13 as bigint) * interval '1 day' as date) <= cast($15 as date))
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($14 as date) as timestamp), cast(cast($15 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."m2_over" as "m2_over",
      "cells"."m2_under" as "m2_under",
      "cells"."m1" as "m1",
      "cells"."previous_m2_over" as "previous_m2_over",
      "cells"."previous_m2_under" as "previous_m2_under",
      "cells"."previous_m1" as "previous_m1"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "previous_m2_over",
      cast(null as bigint) as "previous_m2_under",
      cast(null as bigint) as "previous_m1"
    from "buckets"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      max("filled"."m2_over") as "m2_over",
      max("filled"."m2_under") as "m2_under",
      max("filled"."m1") as "m1",
      max("filled"."previous_m2_over") as "previous_m2_over",
      max("filled"."previous_m2_under") as "previous_m2_under",
      max("filled"."previous_m1") as "previous_m1"
    from "filled"
    group by 1
  ),
  "measured" as materialized (
    select
      "answer"."metric_time" as "metric_time",
      coalesce("answer"."m1", case when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) < cast($16 as timestamptz) then 0 end) as "m1_value",
      case when coalesce("answer"."m1", case when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) < cast($16 as timestamptz) then 0 end) is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) >= cast($16 as timestamptz) then 'not_applicable' else 'no_data' end as "m1_value_why",
      coalesce("answer"."previous_m1", case when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then null else 0 end) as "m1_previous",
      case when coalesce("answer"."previous_m1", case when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then null else 0 end) is not null then null when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then 'not_applicable' else 'no_data' end as "m1_previous_why",
      (cast(coalesce("answer"."m2_over", 0) as numeric) / nullif(coalesce("answer"."m2_under", 0), 0)) as "m2_value",
      case when (cast(coalesce("answer"."m2_over", 0) as numeric) / nullif(coalesce("answer"."m2_under", 0), 0)) is not null then null when (cast("answer"."metric_time" as timestamp) at time zone cast($1 as text)) >= cast($16 as timestamptz) then 'not_applicable' when not ((coalesce("answer"."m2_over", 0) > 0 or coalesce("answer"."m2_under", 0) > 0)) then 'no_data' else 'not_applicable' end as "m2_value_why",
      (cast(coalesce("answer"."previous_m2_over", case when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then null else 0 end) as numeric) / nullif(coalesce("answer"."previous_m2_under", case when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then null else 0 end), 0)) as "m2_previous",
      case when (cast(coalesce("answer"."previous_m2_over", case when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then null else 0 end) as numeric) / nullif(coalesce("answer"."previous_m2_under", case when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then null else 0 end), 0)) is not null then null when (cast(cast($14 as date) + cast($17 as bigint) * interval '1 day' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($15 as date)) then 'not_applicable' when not ((coalesce("answer"."previous_m2_over", 0) > 0 or coalesce("answer"."previous_m2_under", 0) > 0)) then 'no_data' else 'not_applicable' end as "m2_previous_why"
    from "answer"
  )
select
  "measured"."metric_time" as "metric_time",
  cast("measured"."m1_value" as bigint) as "m1_value",
  cast("measured"."m1_previous" as bigint) as "m1_previous",
  cast(("measured"."m1_value" - "measured"."m1_previous") as bigint) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  cast("measured"."m2_value" as double precision) as "m2_value",
  cast("measured"."m2_previous" as double precision) as "m2_previous",
  cast(("measured"."m2_value" - "measured"."m2_previous") as double precision) as "m2_delta",
  cast((cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) as double precision) as "m2_delta_pct",
  "measured"."m1_value_why" as "m1_value_why",
  "measured"."m1_previous_why" as "m1_previous_why",
  case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_why",
  case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_pct_why",
  "measured"."m2_value_why" as "m2_value_why",
  "measured"."m2_previous_why" as "m2_previous_why",
  case when ("measured"."m2_value" - "measured"."m2_previous") is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_why",
  case when (cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_pct_why",
  count(*) over () as "total"
from "measured"
order by "measured"."metric_time" asc nulls last
fetch next cast($18 as bigint) rows only

-- parameters
-- $1 timezone = Asia/Tokyo
-- $2 tenant = acme
-- $3 from = 2026-06-30T15:00Z
-- $4 to = 2026-07-31T15:00Z
-- $5 until = 2026-07-01T12:00Z
-- $6 first_day = 2026-07-01
-- $7 last_day = 2026-07-01
-- $8 previous_from = 2026-05-31T15:00Z
-- $9 previous_to = 2026-06-30T15:00Z
-- $10 previous_until = 2026-06-30T15:00Z
-- $11 previous_first_day = 2026-06-01
-- $12 previous_last_day = 2026-06-30
-- $13 shift_by_day = 30
-- $14 first_bucket_by_day = 2026-07-01
-- $15 last_bucket_by_day = 2026-07-31
-- $16 now = 2026-07-01T12:00Z
-- $17 previous_days = 29
-- $18 limit = 1000
-- columns
-- metric_time DATE
-- wip INTEGER
-- wip__previous INTEGER
-- wip__delta INTEGER
-- wip__delta_pct DECIMAL
-- throughput_ratio DECIMAL
-- throughput_ratio__previous DECIMAL
-- throughput_ratio__delta DECIMAL
-- throughput_ratio__delta_pct DECIMAL
-- wip WHY
-- wip__previous WHY
-- wip__delta WHY
-- wip__delta_pct WHY
-- throughput_ratio WHY
-- throughput_ratio__previous WHY
-- throughput_ratio__delta WHY
-- throughput_ratio__delta_pct WHY
-- total INTEGER
