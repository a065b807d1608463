with
  "axis_sprints" as materialized (
    select
      cast(date_trunc('day', ("sprint"."started_at" at time zone cast($1 as text))) as date) as "metric_time",
      "sprint"."name" as "metric_time__sprint",
      "sprint"."board" as "metric_time__board",
      "sprint"."instance_id" as "metric_time__instance",
      "sprint"."sprint_id" as "metric_time__id",
      "sprint"."ended_at" as "metric_time__ended",
      "sprint"."started_at" as "metric_time__started",
      "sprint"."board_id" as "metric_time__board_id",
      "sprint"."board" as "board"
    from "warehouse"."sprints" as "sprint"
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."started_at" is not null
      and "sprint"."ended_at" >= cast($3 as timestamptz)
      and "sprint"."ended_at" < cast($4 as timestamptz)
    )
  ),
  "rolling_3_axis_history" as materialized (
    select
      cast(date_trunc('day', ("sprint"."started_at" at time zone cast($1 as text))) as date) as "metric_time",
      "sprint"."name" as "metric_time__sprint",
      "sprint"."board" as "metric_time__board",
      "sprint"."instance_id" as "metric_time__instance",
      "sprint"."sprint_id" as "metric_time__id",
      "sprint"."ended_at" as "metric_time__ended",
      "sprint"."started_at" as "metric_time__started",
      "sprint"."board_id" as "metric_time__board_id",
      "sprint"."board" as "board",
      row_number() over (partition by "sprint"."instance_id", "sprint"."board_id" order by "sprint"."ended_at", "sprint"."instance_id" collate "C", "sprint"."sprint_id" collate "C") as "metric_time__place"
    from "warehouse"."sprints" as "sprint"
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."started_at" is not null
      and "sprint"."ended_at" < cast($5 as timestamptz)
    )
  ),
  "rolling_3_axis_members" as materialized (
    select
      "axis_sprints"."metric_time" as "metric_time",
      "axis_sprints"."metric_time__sprint" as "metric_time__sprint",
      "axis_sprints"."metric_time__board" as "metric_time__board",
      "axis_sprints"."metric_time__instance" as "metric_time__instance",
      "axis_sprints"."metric_time__id" as "metric_time__id",
      "axis_sprints"."metric_time__ended" as "metric_time__ended",
      "axis_sprints"."board" as "board",
      "rolling_3_axis_history"."metric_time__id" as "member",
      "rolling_3_axis_history"."metric_time__started" as "from_at",
      "rolling_3_axis_history"."metric_time__ended" as "to_at"
    from "axis_sprints"
      join "rolling_3_axis_history" as "bucket"
        on (
          "bucket"."metric_time__instance" = "axis_sprints"."metric_time__instance"
          and "bucket"."metric_time__id" = "axis_sprints"."metric_time__id"
        )
      join "rolling_3_axis_history"
        on (
          "bucket"."metric_time__instance" = "rolling_3_axis_history"."metric_time__instance"
          and ("bucket"."metric_time__board_id" = "rolling_3_axis_history"."metric_time__board_id" or "bucket"."metric_time__id" = "rolling_3_axis_history"."metric_time__id")
          and ("bucket"."metric_time__place" - "rolling_3_axis_history"."metric_time__place") >= 0
          and ("bucket"."metric_time__place" - "rolling_3_axis_history"."metric_time__place") < 3
        )
  ),
  "rolling_3_axis_projects" as materialized (
    select
      "rolling_3_axis_members"."metric_time" as "metric_time",
      "rolling_3_axis_members"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_members"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_members"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_members"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_members"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_members"."board" as "board",
      "sprint_issue"."project_id" as "project",
      "rolling_3_axis_members"."from_at" as "from_at",
      "rolling_3_axis_members"."to_at" as "to_at"
    from "warehouse"."sprint_sets" as "sprint_issue"
      join "rolling_3_axis_members"
        on (
          "rolling_3_axis_members"."metric_time__instance" = "sprint_issue"."instance_id"
          and "rolling_3_axis_members"."member" = "sprint_issue"."sprint_id"
        )
    where "sprint_issue"."tenant_id" = cast($2 as text)
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
      10
  ),
  "rolling_3_axis_merged" as materialized (
    select
      "rolling_3_axis_projects"."metric_time" as "metric_time",
      "rolling_3_axis_projects"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_projects"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_projects"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_projects"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_projects"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_projects"."board" as "board",
      "rolling_3_axis_projects"."project" as "project",
      range_agg(tstzrange("rolling_3_axis_projects"."from_at", "rolling_3_axis_projects"."to_at")) as "stretches"
    from "rolling_3_axis_projects"
    where "rolling_3_axis_projects"."from_at" < "rolling_3_axis_projects"."to_at"
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ),
  "rolling_3_axis_stretches" as materialized (
    select
      "rolling_3_axis_merged"."metric_time" as "metric_time",
      "rolling_3_axis_merged"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_merged"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_merged"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_merged"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_merged"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_merged"."board" as "board",
      "rolling_3_axis_merged"."project" as "project",
      "stretch"."from_at" as "from_at",
      "stretch"."to_at" as "to_at"
    from "rolling_3_axis_merged"
      cross join lateral (select lower(item.stretch) as from_at, upper(item.stretch) as to_at from unnest("rolling_3_axis_merged"."stretches") as item(stretch)) as "stretch"
  ),
  "rolling_3_issue_by_done_at" as materialized (
    select
      "rolling_3_axis_stretches"."metric_time" as "metric_time",
      "rolling_3_axis_stretches"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_stretches"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_stretches"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_stretches"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_stretches"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_stretches"."board" as "board",
      percentile_cont(0.9) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."created_at") / 86400.0)) as "m2"
    from "warehouse"."issues" as "issue"
      join "rolling_3_axis_stretches"
        on (
          "rolling_3_axis_stretches"."metric_time__instance" = "issue"."instance_id"
          and "rolling_3_axis_stretches"."project" = "issue"."project_id"
          and "issue"."done_at" >= "rolling_3_axis_stretches"."from_at"
          and "issue"."done_at" < "rolling_3_axis_stretches"."to_at"
        )
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" is not null
    )
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7
  ),
  "rolling_3_axis_held" as materialized (
    select
      "rolling_3_axis_history"."metric_time" as "metric_time",
      "rolling_3_axis_history"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_history"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_history"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_history"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_history"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_history"."metric_time__started" as "metric_time__started",
      "rolling_3_axis_history"."metric_time__board_id" as "metric_time__board_id",
      "rolling_3_axis_history"."board" as "board",
      "rolling_3_axis_history"."metric_time__place" as "metric_time__place"
    from "rolling_3_axis_history"
      join "rolling_3_axis_members"
        on (
          "rolling_3_axis_members"."metric_time__instance" = "rolling_3_axis_history"."metric_time__instance"
          and "rolling_3_axis_members"."member" = "rolling_3_axis_history"."metric_time__id"
        )
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
      10
  ),
  "rolling_3_sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "rolling_3_axis_held"."metric_time" as "metric_time",
      "rolling_3_axis_held"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_held"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_held"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_held"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_held"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_held"."board" as "board",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1"
    from "warehouse"."sprints" as "sprint"
      left outer join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($2 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      join "rolling_3_axis_held"
        on (
          "rolling_3_axis_held"."metric_time__instance" = "sprint"."instance_id"
          and "rolling_3_axis_held"."metric_time__id" = "sprint"."sprint_id"
        )
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
    )
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9
  ),
  "rolling_3_sprints_rolled_up" as materialized (
    select
      "rolling_3_axis_members"."metric_time" as "metric_time",
      "rolling_3_axis_members"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_axis_members"."metric_time__board" as "metric_time__board",
      "rolling_3_axis_members"."metric_time__instance" as "metric_time__instance",
      "rolling_3_axis_members"."metric_time__id" as "metric_time__id",
      "rolling_3_axis_members"."metric_time__ended" as "metric_time__ended",
      "rolling_3_axis_members"."board" as "board",
      avg("rolling_3_sprint_values"."m1") as "m1"
    from "rolling_3_sprint_values"
      join "rolling_3_axis_members"
        on (
          "rolling_3_axis_members"."metric_time__instance" = "rolling_3_sprint_values"."metric_time__instance"
          and "rolling_3_axis_members"."member" = "rolling_3_sprint_values"."metric_time__id"
        )
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7
  ),
  "cells" as materialized (
    select
      "rolling_3_issue_by_done_at"."metric_time" as "metric_time",
      "rolling_3_issue_by_done_at"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_issue_by_done_at"."metric_time__board" as "metric_time__board",
      "rolling_3_issue_by_done_at"."metric_time__instance" as "metric_time__instance",
      "rolling_3_issue_by_done_at"."metric_time__id" as "metric_time__id",
      "rolling_3_issue_by_done_at"."metric_time__ended" as "metric_time__ended",
      "rolling_3_issue_by_done_at"."board" as "board",
      cast("rolling_3_issue_by_done_at"."m2" as double precision) as "m2",
      cast(null as numeric) as "m1"
    from "rolling_3_issue_by_done_at"
    union all
    select
      "rolling_3_sprints_rolled_up"."metric_time" as "metric_time",
      "rolling_3_sprints_rolled_up"."metric_time__sprint" as "metric_time__sprint",
      "rolling_3_sprints_rolled_up"."metric_time__board" as "metric_time__board",
      "rolling_3_sprints_rolled_up"."metric_time__instance" as "metric_time__instance",
      "rolling_3_sprints_rolled_up"."metric_time__id" as "metric_time__id",
      "rolling_3_sprints_rolled_up"."metric_time__ended" as "metric_time__ended",
      "rolling_3_sprints_rolled_up"."board" as "board",
      cast(null as double precision) as "m2",
      cast("rolling_3_sprints_rolled_up"."m1" as numeric) as "m1"
    from "rolling_3_sprints_rolled_up"
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."metric_time__sprint" as "metric_time__sprint",
      "cells"."metric_time__board" as "metric_time__board",
      "cells"."metric_time__instance" as "metric_time__instance",
      "cells"."metric_time__id" as "metric_time__id",
      "cells"."metric_time__ended" as "metric_time__ended",
      "cells"."board" as "board",
      "cells"."m2" as "m2",
      "cells"."m1" as "m1"
    from "cells"
    union all
    select
      "axis_sprints"."metric_time" as "metric_time",
      "axis_sprints"."metric_time__sprint" as "metric_time__sprint",
      "axis_sprints"."metric_time__board" as "metric_time__board",
      "axis_sprints"."metric_time__instance" as "metric_time__instance",
      "axis_sprints"."metric_time__id" as "metric_time__id",
      "axis_sprints"."metric_time__ended" as "metric_time__ended",
      "axis_sprints"."board" as "board",
      cast(null as double precision) as "m2",
      cast(null as numeric) as "m1"
    from "axis_sprints"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      "filled"."metric_time__sprint" as "metric_time__sprint",
      "filled"."metric_time__board" as "metric_time__board",
      "filled"."metric_time__instance" as "metric_time__instance",
      "filled"."metric_time__id" as "metric_time__id",
      "filled"."metric_time__ended" as "metric_time__ended",
      "filled"."board" as "board",
      max("filled"."m2") as "m2",
      max("filled"."m1") as "m1"
    from "filled"
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7
  )
select
  "answer"."metric_time" as "metric_time",
  "answer"."metric_time__sprint" as "metric_time__sprint",
  "answer"."metric_time__board" as "metric_time__board",
  "answer"."board" as "board",
  cast("answer"."m1" as double precision) as "m1_value",
  cast("answer"."m2" as double precision) as "m2_value",
  case when "answer"."m1" is not null then null else 'no_data' end as "m1_value_why",
  case when "answer"."m2" is not null then null else 'no_data' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time__ended" asc nulls last,
  "answer"."metric_time__instance" collate "C" asc nulls last,
  "answer"."metric_time__id" collate "C" asc nulls last,
  "answer"."board" collate "C" asc nulls last
fetch next cast($6 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 from = 2026-03-01T00:00Z
-- $4 to = 2026-05-01T00:00Z
-- $5 rolling_3_to = 2026-05-01T00:00Z
-- $6 limit = 1000
-- columns
-- metric_time DATE
-- metric_time__sprint TEXT
-- metric_time__board TEXT
-- board TEXT
-- velocity DECIMAL
-- lead_time_p90 DECIMAL
-- velocity WHY
-- lead_time_p90 WHY
-- total INTEGER
