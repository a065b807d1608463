with
  "issue_by_created_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1_in_1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($3 as timestamptz)
      and "issue"."created_at" < cast($4 as timestamptz)
    )
    group by 1
  ),
  "issue_by_done_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1_in_2"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($3 as timestamptz)
      and "issue"."done_at" < cast($4 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "previous_issue_by_created_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1_in_1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($5 as timestamptz)
      and "issue"."created_at" < cast($6 as timestamptz)
    )
    group by 1
  ),
  "previous_issue_by_done_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
      count(*) as "m1_in_2"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($5 as timestamptz)
      and "issue"."done_at" < cast($6 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."metric_time" as "metric_time",
      cast("issue_by_created_at"."m1_in_1" as bigint) as "m1_in_1",
      cast(null as bigint) as "m1_in_2",
      cast(null as bigint) as "previous_m1_in_1",
      cast(null as bigint) as "previous_m1_in_2"
    from "issue_by_created_at"
    union all
    select
      "issue_by_done_at"."metric_time" as "metric_time",
      cast(null as bigint) as "m1_in_1",
      cast("issue_by_done_at"."m1_in_2" as bigint) as "m1_in_2",
      cast(null as bigint) as "previous_m1_in_1",
      cast(null as bigint) as "previous_m1_in_2"
    from "issue_by_done_at"
    union all
    select
      cast("previous_issue_by_created_at"."metric_time" + cast($7 as bigint) * interval '1 month' as date) as "metric_time",
      cast(null as bigint) as "m1_in_1",
      cast(null as bigint) as "m1_in_2",
      cast("previous_issue_by_created_at"."m1_in_1" as bigint) as "previous_m1_in_1",
      cast(null as bigint) as "previous_m1_in_2"
    from "previous_issue_by_created_at"
    where (cast("previous_issue_by_created_at"."metric_time" + cast($7 as bigint) * interval '1 month' as date) >= cast($8 as date) and cast("previous_issue_by_created_at"."metric_time" + cast($7 as bigint) * interval '1 month' as date) <= cast($9 as date))
    union all
    select
      cast("previous_issue_by_done_at"."metric_time" + cast($7 as bigint) * interval '1 month' as date) as "metric_time",
      cast(null as bigint) as "m1_in_1",
      cast(null as bigint) as "m1_in_2",
      cast(null as bigint) as "previous_m1_in_1",
      cast("previous_issue_by_done_at"."m1_in_2" as bigint) as "previous_m1_in_2"
    from "previous_issue_by_done_at"
    where (cast("previous_issue_by_done_at"."metric_time" + cast($7 as bigint) * interval '1 month' as date) >= cast($8 as date) and cast("previous_issue_by_done_at"."metric_time" + cast($7 as bigint) * interval '1 month' as date) <= cast($9 as date))
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($8 as date) as timestamp), cast(cast($9 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."m1_in_1" as "m1_in_1",
      "cells"."m1_in_2" as "m1_in_2",
      "cells"."previous_m1_in_1" as "previous_m1_in_1",
      "cells"."previous_m1_in_2" as "previous_m1_in_2"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m1_in_1",
      cast(null as bigint) as "m1_in_2",
      cast(null as bigint) as "previous_m1_in_1",
      cast(null as bigint) as "previous_m1_in_2"
    from "buckets"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      max("filled"."m1_in_1") as "m1_in_1",
      max("filled"."m1_in_2") as "m1_in_2",
      max("filled"."previous_m1_in_1") as "previous_m1_in_1",
      max("filled"."previous_m1_in_2") as "previous_m1_in_2"
    from "filled"
    group by 1
  ),
  "measured" as materialized (
    select
      "answer"."metric_time" as "metric_time",
      (coalesce("answer"."m1_in_1", 0) - coalesce("answer"."m1_in_2", 0)) as "m1_value",
      case when (coalesce("answer"."m1_in_1", 0) - coalesce("answer"."m1_in_2", 0)) is not null then null when not ((coalesce("answer"."m1_in_1", 0) > 0 or coalesce("answer"."m1_in_2", 0) > 0)) then 'no_data' else 'not_applicable' end as "m1_value_why",
      (coalesce("answer"."previous_m1_in_1", case when (cast(cast($8 as date) + cast($10 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($9 as date)) then null else 0 end) - coalesce("answer"."previous_m1_in_2", case when (cast(cast($8 as date) + cast($10 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($9 as date)) then null else 0 end)) as "m1_previous",
      case when (coalesce("answer"."previous_m1_in_1", case when (cast(cast($8 as date) + cast($10 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($9 as date)) then null else 0 end) - coalesce("answer"."previous_m1_in_2", case when (cast(cast($8 as date) + cast($10 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($9 as date)) then null else 0 end)) is not null then null when (cast(cast($8 as date) + cast($10 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($9 as date)) then 'not_applicable' when not ((coalesce("answer"."previous_m1_in_1", 0) > 0 or coalesce("answer"."previous_m1_in_2", 0) > 0)) then 'no_data' else 'not_applicable' end as "m1_previous_why"
    from "answer"
  )
select
  "measured"."metric_time" as "metric_time",
  cast("measured"."m1_value" as double precision) as "m1_value",
  cast("measured"."m1_previous" as double precision) as "m1_previous",
  cast(("measured"."m1_value" - "measured"."m1_previous") as double precision) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  "measured"."m1_value_why" as "m1_value_why",
  "measured"."m1_previous_why" as "m1_previous_why",
  case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_why",
  case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_pct_why",
  count(*) over () as "total"
from "measured"
order by "measured"."metric_time" asc nulls last
fetch next cast($11 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 from = 2026-03-01T00:00Z
-- $4 to = 2026-05-01T00:00Z
-- $5 previous_from = 2026-01-01T00:00Z
-- $6 previous_to = 2026-03-01T00:00Z
-- $7 shift_by_month = 2
-- $8 first_bucket_by_month = 2026-03-01
-- $9 last_bucket_by_month = 2026-04-01
-- $10 previous_months = 1
-- $11 limit = 1000
-- columns
-- metric_time DATE
-- probe_growth DECIMAL
-- probe_growth__previous DECIMAL
-- probe_growth__delta DECIMAL
-- probe_growth__delta_pct DECIMAL
-- probe_growth WHY
-- probe_growth__previous WHY
-- probe_growth__delta WHY
-- probe_growth__delta_pct WHY
-- total INTEGER
