with
  "periods" as materialized (
    select
      "calendar"."day" as "metric_time",
      greatest((cast("calendar"."day" as timestamp) at time zone cast($1 as text)), cast($2 as timestamptz)) as "from_at",
      least((cast(cast("calendar"."day" + 1 * interval '1 week' as date) as timestamp) at time zone cast($1 as text)), cast($3 as timestamptz)) as "to_at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($4 as date) as timestamp), cast(cast($5 as date) as timestamp), interval '1 week') as series(day)) as "calendar"
  ),
  "states_at_end" as materialized (
    select
      "periods"."metric_time" as "metric_time",
      "assignee"."display_name" as "assignee",
      count(*) as "m1"
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
      and ("issue_state"."status_category" = 'in_progress' and "issue_state"."status_since" <= ("periods"."to_at" - (cast(cast($7 as bigint) as double precision) * interval '24 hours')))
    )
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "states_at_end"."metric_time" as "metric_time",
      "states_at_end"."assignee" as "assignee",
      cast("states_at_end"."m1" as bigint) as "m1"
    from "states_at_end"
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($8 as date) as timestamp), cast(cast($9 as date) as timestamp), interval '1 week') as series(day)) as "calendar"
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
      "cells"."m1" as "m1"
    from "cells"
    union all
    select
      "buckets"."metric_time" as "metric_time",
      "groups"."assignee" as "assignee",
      cast(null as bigint) as "m1"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      "filled"."assignee" as "assignee",
      max("filled"."m1") as "m1"
    from "filled"
    group by 1, 2
  )
select
  "answer"."metric_time" as "metric_time",
  "answer"."assignee" as "assignee",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time" asc nulls last,
  "answer"."assignee" collate "C" asc nulls last
fetch next cast($10 as bigint) rows only

-- parameters
-- $1 timezone = America/New_York
-- $2 from = 2026-01-01T05:00Z
-- $3 until = 2026-07-01T04:00Z
-- $4 first_week = 2025-12-29
-- $5 last_week = 2026-06-29
-- $6 tenant = acme
-- $7 m1_days = 10
-- $8 first_bucket_by_week = 2025-12-29
-- $9 last_bucket_by_week = 2026-06-29
-- $10 limit = 1000
-- columns
-- metric_time DATE
-- assignee TEXT
-- stuck_count INTEGER
-- total INTEGER
