with
  "days" as materialized (
    select
      cast(date_trunc('month', cast("calendar"."day" as timestamp)) as date) as "metric_time",
      least((cast(cast("calendar"."day" + 1 * interval '1 day' as date) as timestamp) at time zone cast($1 as text)), cast($2 as timestamptz)) as "at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($3 as date) as timestamp), cast(cast($4 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "day_counts" as materialized (
    select
      "days"."metric_time" as "metric_time",
      count(*) as "days"
    from "days"
    group by 1
  ),
  "states_by_day" as materialized (
    select
      "days"."metric_time" as "metric_time",
      "days"."at" as "at",
      count(*) as "m1",
      count(*) as "m2"
    from "warehouse"."issue_states" as "issue_state"
      join "days"
        on (
          "issue_state"."from_at" < "days"."at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "days"."at")
        )
    where (
      "issue_state"."tenant_id" = cast($5 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2
  ),
  "states_rolled_up" as materialized (
    select
      "day_counts"."metric_time" as "metric_time",
      (cast(coalesce(sum("states_by_day"."m1"), 0) as numeric) / nullif(max("day_counts"."days"), 0)) as "m1",
      max("states_by_day"."m2") as "m2"
    from "day_counts"
      left outer join "states_by_day"
        on "states_by_day"."metric_time" = "day_counts"."metric_time"
    group by 1
  ),
  "cells" as materialized (
    select
      "states_rolled_up"."metric_time" as "metric_time",
      cast("states_rolled_up"."m1" as numeric) as "m1",
      cast("states_rolled_up"."m2" as bigint) as "m2"
    from "states_rolled_up"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($6 as date) as timestamp), cast(cast($7 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
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
      cast(null as bigint) as "m2"
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
  cast(coalesce("answer"."m1", 0) as double precision) as "m1_value",
  cast(coalesce("answer"."m2", 0) as bigint) as "m2_value",
  count(*) over () as "total"
from "answer"
order by "answer"."metric_time" asc nulls last
fetch next cast($8 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 until = 2026-07-01T00:00Z
-- $3 first_day = 2026-01-01
-- $4 last_day = 2026-06-30
-- $5 tenant = acme
-- $6 first_bucket_by_month = 2026-01-01
-- $7 last_bucket_by_month = 2026-06-01
-- $8 limit = 1000
-- columns
-- metric_time DATE
-- wip DECIMAL
-- wip_max INTEGER
-- total INTEGER
