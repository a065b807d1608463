with
  "m1_per_issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      cast(date_trunc('day', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
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
      and "issue"."done_at" >= cast($3 as timestamptz)
      and "issue"."done_at" < cast($4 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "m1_per_cells" as materialized (
    select
      "m1_per_issue_by_done_at"."project_key" as "project_key",
      "m1_per_issue_by_done_at"."metric_time" as "metric_time",
      cast("m1_per_issue_by_done_at"."m1" as bigint) as "m1"
    from "m1_per_issue_by_done_at"
  ),
  "m1_per_buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($5 as date) as timestamp), cast(cast($6 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "m1_per_groups" as materialized (
    select "m1_per_cells"."project_key" as "project_key"
    from "m1_per_cells"
    group by 1
  ),
  "m1_per_filled" as materialized (
    select
      "m1_per_cells"."project_key" as "project_key",
      "m1_per_cells"."metric_time" as "metric_time",
      "m1_per_cells"."m1" as "m1"
    from "m1_per_cells"
    union all
    select
      "m1_per_groups"."project_key" as "project_key",
      "m1_per_buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m1"
    from "m1_per_buckets"
      cross join "m1_per_groups"
  ),
  "m1_per_answer" as materialized (
    select
      "m1_per_filled"."project_key" as "project_key",
      "m1_per_filled"."metric_time" as "metric_time",
      max("m1_per_filled"."m1") as "m1"
    from "m1_per_filled"
    group by 1, 2
  ),
  "m1_rolled_up" as materialized (
    select
      "m1_per_answer"."project_key" as "project_key",
      cast(date_trunc('month', cast("m1_per_answer"."metric_time" as timestamp)) as date) as "metric_time",
      avg(coalesce("m1_per_answer"."m1", 0)) as "m1"
    from "m1_per_answer"
    group by 1, 2
  ),
  "m2_per_sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      cast(date_trunc('month', ("sprint"."ended_at" at time zone cast($1 as text))) as date) as "metric_time",
      "sprint"."board" as "board",
      coalesce(sum("sprint_issue"."planned_points"), 0) as "m2"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($2 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "sprint_issue"."instance_id"
          and "project"."project_id" = "sprint_issue"."project_id"
        )
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($3 as timestamptz)
      and "sprint"."ended_at" < cast($4 as timestamptz)
    )
    group by
      1,
      2,
      3,
      4,
      5,
      6
  ),
  "m2_per_sprints_rolled_up" as materialized (
    select
      "m2_per_sprint_values"."project_key" as "project_key",
      "m2_per_sprint_values"."metric_time" as "metric_time",
      "m2_per_sprint_values"."board" as "board",
      sum("m2_per_sprint_values"."m2") as "m2"
    from "m2_per_sprint_values"
    group by 1, 2, 3
  ),
  "m2_rolled_up" as materialized (
    select
      "m2_per_sprints_rolled_up"."project_key" as "project_key",
      "m2_per_sprints_rolled_up"."metric_time" as "metric_time",
      sum(coalesce("m2_per_sprints_rolled_up"."m2", 0)) as "m2"
    from "m2_per_sprints_rolled_up"
    group by 1, 2
  ),
  "m1_per_previous_issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      cast(date_trunc('day', ("issue"."done_at" at time zone cast($1 as text))) as date) as "metric_time",
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
  "m1_per_previous_cells" as materialized (
    select
      "m1_per_previous_issue_by_done_at"."project_key" as "project_key",
      "m1_per_previous_issue_by_done_at"."metric_time" as "metric_time",
      cast("m1_per_previous_issue_by_done_at"."m1" as bigint) as "m1"
    from "m1_per_previous_issue_by_done_at"
  ),
  "m1_per_previous_buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($9 as date) as timestamp), cast(cast($10 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "m1_per_previous_groups" as materialized (
    select "m1_per_previous_cells"."project_key" as "project_key"
    from "m1_per_previous_cells"
    group by 1
  ),
  "m1_per_previous_filled" as materialized (
    select
      "m1_per_previous_cells"."project_key" as "project_key",
      "m1_per_previous_cells"."metric_time" as "metric_time",
      "m1_per_previous_cells"."m1" as "m1"
    from "m1_per_previous_cells"
    union all
    select
      "m1_per_previous_groups"."project_key" as "project_key",
      "m1_per_previous_buckets"."metric_time" as "metric_time",
      cast(null as bigint) as "m1"
    from "m1_per_previous_buckets"
      cross join "m1_per_previous_groups"
  ),
  "m1_per_previous_answer" as materialized (
    select
      "m1_per_previous_filled"."project_key" as "project_key",
      "m1_per_previous_filled"."metric_time" as "metric_time",
      max("m1_per_previous_filled"."m1") as "m1"
    from "m1_per_previous_filled"
    group by 1, 2
  ),
  "previous_m1_rolled_up" as materialized (
    select
      "m1_per_previous_answer"."project_key" as "project_key",
      cast(date_trunc('month', cast("m1_per_previous_answer"."metric_time" as timestamp)) as date) as "metric_time",
      avg(coalesce("m1_per_previous_answer"."m1", 0)) as "m1"
    from "m1_per_previous_answer"
    group by 1, 2
  ),
  "m2_per_previous_sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      cast(date_trunc('month', ("sprint"."ended_at" at time zone cast($1 as text))) as date) as "metric_time",
      "sprint"."board" as "board",
      coalesce(sum("sprint_issue"."planned_points"), 0) as "m2"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($2 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "sprint_issue"."instance_id"
          and "project"."project_id" = "sprint_issue"."project_id"
        )
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($7 as timestamptz)
      and "sprint"."ended_at" < cast($8 as timestamptz)
    )
    group by
      1,
      2,
      3,
      4,
      5,
      6
  ),
  "m2_per_previous_sprints_rolled_up" as materialized (
    select
      "m2_per_previous_sprint_values"."project_key" as "project_key",
      "m2_per_previous_sprint_values"."metric_time" as "metric_time",
      "m2_per_previous_sprint_values"."board" as "board",
      sum("m2_per_previous_sprint_values"."m2") as "m2"
    from "m2_per_previous_sprint_values"
    group by 1, 2, 3
  ),
  "previous_m2_rolled_up" as materialized (
    select
      "m2_per_previous_sprints_rolled_up"."project_key" as "project_key",
      "m2_per_previous_sprints_rolled_up"."metric_time" as "metric_time",
      sum(coalesce("m2_per_previous_sprints_rolled_up"."m2", 0)) as "m2"
    from "m2_per_previous_sprints_rolled_up"
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "m1_rolled_up"."project_key" as "project_key",
      "m1_rolled_up"."metric_time" as "metric_time",
      cast("m1_rolled_up"."m1" as numeric) as "m1",
      cast(null as numeric) as "m2",
      cast(null as numeric) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "m1_rolled_up"
    union all
    select
      "m2_rolled_up"."project_key" as "project_key",
      "m2_rolled_up"."metric_time" as "metric_time",
      cast(null as numeric) as "m1",
      cast("m2_rolled_up"."m2" as numeric) as "m2",
      cast(null as numeric) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "m2_rolled_up"
    union all
    select
      "previous_m1_rolled_up"."project_key" as "project_key",
      cast("previous_m1_rolled_up"."metric_time" + cast($11 as bigint) * interval '1 month' as date) as "metric_time",
      cast(null as numeric) as "m1",
      cast(null as numeric) as "m2",
      cast("previous_m1_rolled_up"."m1" as numeric) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "previous_m1_rolled_up"
    where (cast("previous_m1_rolled_up"."metric_time" + cast($11 as bigint) * interval '1 month' as date) >= cast($12 as date) and cast("previous_m1_rolled_up"."metric_time" + cast($11 as bigint) * interval '1 month' as date) <= cast($13 as date))
    union all
    select
      "previous_m2_rolled_up"."project_key" as "project_key",
      cast("previous_m2_rolled_up"."metric_time" + cast($11 as bigint) * interval '1 month' as date) as "metric_time",
      cast(null as numeric) as "m1",
      cast(null as numeric) as "m2",
      cast(null as numeric) as "previous_m1",
      cast("previous_m2_rolled_up"."m2" as numeric) as "previous_m2"
    from "previous_m2_rolled_up"
    where (cast("previous_m2_rolled_up"."metric_time" + cast($11 as bigint) * interval '1 month' as date) >= cast($12 as date) and cast("previous_m2_rolled_up"."metric_time" + cast($11 as bigint) * interval '1 month' as date) <= cast($13 as date))
  ),
  "buckets" as materialized (
    select "calendar"."day" as "metric_time"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($12 as date) as timestamp), cast(cast($13 as date) as timestamp), interval '1 month') as series(day)) as "calendar"
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
      "cells"."m1" as "m1",
      "cells"."m2" as "m2",
      "cells"."previous_m1" as "previous_m1",
      "cells"."previous_m2" as "previous_m2"
    from "cells"
    union all
    select
      "groups"."project_key" as "project_key",
      "buckets"."metric_time" as "metric_time",
      cast(null as numeric) as "m1",
      cast(null as numeric) as "m2",
      cast(null as numeric) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "buckets"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."project_key" as "project_key",
      "filled"."metric_time" as "metric_time",
      max("filled"."m1") as "m1",
      max("filled"."m2") as "m2",
      max("filled"."previous_m1") as "previous_m1",
      max("filled"."previous_m2") as "previous_m2"
    from "filled"
    group by 1, 2
  ),
  "measured" as materialized (
    select
      "answer"."project_key" as "project_key",
      "answer"."metric_time" as "metric_time",
      "answer"."m1" as "m1_value",
      case when "answer"."m1" is not null then null else 'no_data' end as "m1_value_why",
      "answer"."previous_m1" as "m1_previous",
      case when "answer"."previous_m1" is not null then null when (cast(cast($12 as date) + cast($14 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($13 as date)) then 'not_applicable' else 'no_data' end as "m1_previous_why",
      coalesce("answer"."m2", 0) as "m2_value",
      coalesce("answer"."previous_m2", case when (cast(cast($12 as date) + cast($14 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($13 as date)) then null else 0 end) as "m2_previous",
      case when coalesce("answer"."previous_m2", case when (cast(cast($12 as date) + cast($14 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($13 as date)) then null else 0 end) is not null then null when (cast(cast($12 as date) + cast($14 as bigint) * interval '1 month' as date) < "answer"."metric_time" and "answer"."metric_time" <= cast($13 as date)) then 'not_applicable' else 'no_data' end as "m2_previous_why"
    from "answer"
  )
select
  "measured"."project_key" as "project_key",
  "measured"."metric_time" as "metric_time",
  cast("measured"."m1_value" as double precision) as "m1_value",
  cast("measured"."m1_previous" as double precision) as "m1_previous",
  cast(("measured"."m1_value" - "measured"."m1_previous") as double precision) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  cast("measured"."m2_value" as double precision) as "m2_value",
  cast("measured"."m2_previous" as double precision) as "m2_previous",
  cast(("measured"."m2_value" - "measured"."m2_previous") as double precision) as "m2_delta",
  cast((cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) as double precision) as "m2_delta_pct",
  "measured"."m1_value_why" as "m1_value_why",
  "measured"."m1_previous_why" as "m1_previous_why",
  case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_why",
  case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_pct_why",
  "measured"."m2_previous_why" as "m2_previous_why",
  case when ("measured"."m2_value" - "measured"."m2_previous") is not null then null else 'not_applicable' end as "m2_delta_why",
  case when (cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) is not null then null else 'not_applicable' end as "m2_delta_pct_why",
  count(*) over () as "total"
from "measured"
order by
  "measured"."metric_time" asc nulls last,
  "measured"."project_key" collate "C" asc nulls last
fetch next cast($15 as bigint) rows only

-- parameters
-- $1 timezone = Europe/Prague
-- $2 tenant = acme
-- $3 from = 2025-12-31T23:00Z
-- $4 to = 2026-06-30T22:00Z
-- $5 first_bucket_by_day = 2026-01-01
-- $6 last_bucket_by_day = 2026-06-30
-- $7 previous_from = 2025-06-30T22:00Z
-- $8 previous_to = 2025-12-31T23:00Z
-- $9 previous_first_bucket_by_day = 2025-07-01
-- $10 previous_last_bucket_by_day = 2025-12-31
-- $11 shift_by_month = 6
-- $12 first_bucket_by_month = 2026-01-01
-- $13 last_bucket_by_month = 2026-06-01
-- $14 previous_months = 5
-- $15 limit = 1000
-- columns
-- project_key TEXT
-- metric_time DATE
-- closed DECIMAL
-- closed__previous DECIMAL
-- closed__delta DECIMAL
-- closed__delta_pct DECIMAL
-- planned_sp DECIMAL
-- planned_sp__previous DECIMAL
-- planned_sp__delta DECIMAL
-- planned_sp__delta_pct DECIMAL
-- closed WHY
-- closed__previous WHY
-- closed__delta WHY
-- closed__delta_pct WHY
-- planned_sp__previous WHY
-- planned_sp__delta WHY
-- planned_sp__delta_pct WHY
-- total INTEGER
