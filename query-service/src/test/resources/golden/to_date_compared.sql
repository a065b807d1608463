with
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($1 as date) as timestamp), cast(cast($2 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "quarter_to_date_spans" as materialized (
    select
      "buckets"."metric_time" as "metric_time",
      greatest((cast(cast(date_trunc('quarter', cast("buckets"."metric_time" as timestamp)) as date) as timestamp) at time zone cast($3 as text)), cast($4 as timestamptz)) as "from_at",
      least((cast(cast("buckets"."metric_time" + 1 * interval '1 month' as date) as timestamp) at time zone cast($3 as text)), cast($5 as timestamptz)) as "to_at"
    from "buckets"
  ),
  "quarter_to_date_blocked_interval_by_from_at" as materialized (
    select
      "quarter_to_date_spans"."metric_time" as "metric_time",
      sum((extract(epoch from (least("blocked_interval"."to_at", "quarter_to_date_spans"."to_at") - greatest("blocked_interval"."from_at", "quarter_to_date_spans"."from_at"))) / 3600)) as "m1"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      join "quarter_to_date_spans"
        on (
          "blocked_interval"."from_at" < "quarter_to_date_spans"."to_at"
          and greatest("blocked_interval"."from_at", "quarter_to_date_spans"."from_at") < least("blocked_interval"."to_at", "quarter_to_date_spans"."to_at")
        )
    where "blocked_interval"."tenant_id" = cast($6 as text)
    group by 1
  ),
  "previous_buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($7 as date) as timestamp), cast(cast($8 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
  ),
  "previous_quarter_to_date_spans" as materialized (
    select
      "previous_buckets"."metric_time" as "metric_time",
      greatest((cast(cast(date_trunc('quarter', cast("previous_buckets"."metric_time" as timestamp)) as date) as timestamp) at time zone cast($3 as text)), cast($9 as timestamptz)) as "from_at",
      least((cast(cast("previous_buckets"."metric_time" + 1 * interval '1 month' as date) as timestamp) at time zone cast($3 as text)), cast($10 as timestamptz)) as "to_at"
    from "previous_buckets"
  ),
  "previous_quarter_to_date_blocked_interval_by_from_at" as materialized (
    select
      "previous_quarter_to_date_spans"."metric_time" as "metric_time",
      sum((extract(epoch from (least("blocked_interval"."to_at", "previous_quarter_to_date_spans"."to_at") - greatest("blocked_interval"."from_at", "previous_quarter_to_date_spans"."from_at"))) / 3600)) as "m1"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      join "previous_quarter_to_date_spans"
        on (
          "blocked_interval"."from_at" < "previous_quarter_to_date_spans"."to_at"
          and greatest("blocked_interval"."from_at", "previous_quarter_to_date_spans"."from_at") < least("blocked_interval"."to_at", "previous_quarter_to_date_spans"."to_at")
        )
    where "blocked_interval"."tenant_id" = cast($6 as text)
    group by 1
  ),
  "cells" as materialized (
    select
      "quarter_to_date_blocked_interval_by_from_at"."metric_time" as "metric_time",
      cast("quarter_to_date_blocked_interval_by_from_at"."m1" as numeric) as "m1",
      cast(null as numeric) as "previous_m1"
    from "quarter_to_date_blocked_interval_by_from_at"
    union all
    select
      cast("previous_quarter_to_date_blocked_interval_by_from_at"."metric_time" + cast($11 as bigint) * interval '1 month' as date) as "metric_time",
      cast(null as numeric) as "m1",
      cast("previous_quarter_to_date_blocked_interval_by_from_at"."m1" as numeric) as "previous_m1"
    from "previous_quarter_to_date_blocked_interval_by_from_at"
    where (cast("previous_quarter_to_date_blocked_interval_by_from_at"."metric_time" + cast($11 as bigint) * interval '1 month' as date) >= cast($1 as date) and cast("previous_quarter_to_date_blocked_interval_by_from_at"."metric_time" + cast($11 as bigint) * interval '1 month' as date) <= cast($2 as date))
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."m1" as "m1",
      "cells"."previous_m1" as "previous_m1"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      cast(null as numeric) as "m1",
      cast(null as numeric) as "previous_m1"
    from "buckets"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      max("filled"."m1") as "m1",
      max("filled"."previous_m1") as "previous_m1"
    from "filled"
    group by 1
  ),
  "measured" as materialized (
    select
      "answer"."metric_time" as "metric_time",
      coalesce("answer"."m1", 0) as "m1_value",
      coalesce("answer"."previous_m1", case when (cast(cast($1 as date) + cast($12 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($2 as date)) then null else 0 end) as "m1_previous",
      case when coalesce("answer"."previous_m1", case when (cast(cast($1 as date) + cast($12 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($2 as date)) then null else 0 end) is not null then null when (cast(cast($1 as date) + cast($12 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($2 as date)) then 'not_applicable' else 'no_data' end as "m1_previous_why"
    from "answer"
  )
select
  "measured"."metric_time" as "metric_time",
  cast("measured"."m1_value" as double precision) as "m1_value",
  cast("measured"."m1_previous" as double precision) as "m1_previous",
  cast(("measured"."m1_value" - "measured"."m1_previous") as double precision) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  "measured"."m1_previous_why" as "m1_previous_why",
  case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else 'not_applicable' end as "m1_delta_why",
  case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else 'not_applicable' end as "m1_delta_pct_why",
  count(*) over () as "total"
from "measured"
order by "measured"."metric_time" asc nulls last
fetch next cast($13 as bigint) rows only

-- parameters
-- $1 first_bucket_by_month = 2026-02-01
-- $2 last_bucket_by_month = 2026-05-01
-- $3 timezone = UTC
-- $4 quarter_to_date_from = 2026-01-01T00:00Z
-- $5 quarter_to_date_until = 2026-06-01T00:00Z
-- $6 tenant = acme
-- $7 previous_first_bucket_by_month = 2025-02-01
-- $8 previous_last_bucket_by_month = 2025-05-01
-- $9 previous_quarter_to_date_from = 2025-01-01T00:00Z
-- $10 previous_quarter_to_date_until = 2025-06-01T00:00Z
-- $11 shift_by_month = 12
-- $12 previous_months = 3
-- $13 limit = 1000
-- columns
-- metric_time DATE
-- blocked_hours DECIMAL
-- blocked_hours__previous DECIMAL
-- blocked_hours__delta DECIMAL
-- blocked_hours__delta_pct DECIMAL
-- blocked_hours__previous WHY
-- blocked_hours__delta WHY
-- blocked_hours__delta_pct WHY
-- total INTEGER
