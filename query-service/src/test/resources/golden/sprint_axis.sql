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
      "sprint"."board_id" as "metric_time__board_id"
    from "warehouse"."sprints" as "sprint"
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."started_at" is not null
      and "sprint"."ended_at" >= cast($3 as timestamptz)
      and "sprint"."ended_at" < cast($4 as timestamptz)
      and "sprint"."board" = cast($5 as text)
    )
  ),
  "axis_projects" as materialized (
    select
      "axis_sprints"."metric_time" as "metric_time",
      "axis_sprints"."metric_time__sprint" as "metric_time__sprint",
      "axis_sprints"."metric_time__board" as "metric_time__board",
      "axis_sprints"."metric_time__instance" as "metric_time__instance",
      "axis_sprints"."metric_time__id" as "metric_time__id",
      "axis_sprints"."metric_time__ended" as "metric_time__ended",
      "sprint_issue"."project_id" as "project",
      "axis_sprints"."metric_time__started" as "from_at",
      "axis_sprints"."metric_time__ended" as "to_at"
    from "warehouse"."sprint_sets" as "sprint_issue"
      join "axis_sprints"
        on (
          "axis_sprints"."metric_time__instance" = "sprint_issue"."instance_id"
          and "axis_sprints"."metric_time__id" = "sprint_issue"."sprint_id"
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
      9
  ),
  "issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      "axis_projects"."metric_time" as "metric_time",
      "axis_projects"."metric_time__sprint" as "metric_time__sprint",
      "axis_projects"."metric_time__board" as "metric_time__board",
      "axis_projects"."metric_time__instance" as "metric_time__instance",
      "axis_projects"."metric_time__id" as "metric_time__id",
      "axis_projects"."metric_time__ended" as "metric_time__ended",
      count(*) as "m2"
    from "warehouse"."issues" as "issue"
      join "axis_projects"
        on (
          "axis_projects"."metric_time__instance" = "issue"."instance_id"
          and "axis_projects"."project" = "issue"."project_id"
          and "issue"."done_at" >= "axis_projects"."from_at"
          and "issue"."done_at" < "axis_projects"."to_at"
        )
      left outer join "warehouse"."sprints" as "sprint"
        on (
          "sprint"."tenant_id" = cast($2 as text)
          and "sprint"."instance_id" = "axis_projects"."metric_time__instance"
          and "sprint"."sprint_id" = "axis_projects"."metric_time__id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "sprint"."board" = cast($5 as text)
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
  "blocked_interval_by_from_at" as materialized (
    select
      "project"."project_key" as "project_key",
      "axis_projects"."metric_time" as "metric_time",
      "axis_projects"."metric_time__sprint" as "metric_time__sprint",
      "axis_projects"."metric_time__board" as "metric_time__board",
      "axis_projects"."metric_time__instance" as "metric_time__instance",
      "axis_projects"."metric_time__id" as "metric_time__id",
      "axis_projects"."metric_time__ended" as "metric_time__ended",
      sum((extract(epoch from (least("blocked_interval"."to_at", least("axis_projects"."to_at", cast($6 as timestamptz))) - greatest("blocked_interval"."from_at", "axis_projects"."from_at"))) / 3600)) as "m3"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($2 as text)
          and "issue"."instance_id" = "blocked_interval"."instance_id"
          and "issue"."issue_id" = "blocked_interval"."issue_id"
        )
      join "axis_projects"
        on (
          "axis_projects"."metric_time__instance" = "blocked_interval"."instance_id"
          and "axis_projects"."project" = "issue"."project_id"
          and "axis_projects"."from_at" < cast($6 as timestamptz)
          and "blocked_interval"."from_at" < least("axis_projects"."to_at", cast($6 as timestamptz))
          and greatest("blocked_interval"."from_at", "axis_projects"."from_at") < least("blocked_interval"."to_at", least("axis_projects"."to_at", cast($6 as timestamptz)))
        )
      left outer join "warehouse"."sprints" as "sprint"
        on (
          "sprint"."tenant_id" = cast($2 as text)
          and "sprint"."instance_id" = "axis_projects"."metric_time__instance"
          and "sprint"."sprint_id" = "axis_projects"."metric_time__id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "blocked_interval"."tenant_id" = cast($2 as text)
      and "sprint"."board" = cast($5 as text)
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
  "sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      "axis_sprints"."metric_time" as "metric_time",
      "axis_sprints"."metric_time__sprint" as "metric_time__sprint",
      "axis_sprints"."metric_time__board" as "metric_time__board",
      "axis_sprints"."metric_time__instance" as "metric_time__instance",
      "axis_sprints"."metric_time__id" as "metric_time__id",
      "axis_sprints"."metric_time__ended" as "metric_time__ended",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($2 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      join "axis_sprints"
        on (
          "axis_sprints"."metric_time__instance" = "sprint"."instance_id"
          and "axis_sprints"."metric_time__id" = "sprint"."sprint_id"
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
      and "sprint"."board" = cast($5 as text)
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
  "sprints_rolled_up" as materialized (
    select
      "sprint_values"."project_key" as "project_key",
      "sprint_values"."metric_time" as "metric_time",
      "sprint_values"."metric_time__sprint" as "metric_time__sprint",
      "sprint_values"."metric_time__board" as "metric_time__board",
      "sprint_values"."metric_time__instance" as "metric_time__instance",
      "sprint_values"."metric_time__id" as "metric_time__id",
      "sprint_values"."metric_time__ended" as "metric_time__ended",
      avg("sprint_values"."m1") as "m1"
    from "sprint_values"
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7
  ),
  "states_at_end" as materialized (
    select
      "project"."project_key" as "project_key",
      "axis_projects"."metric_time" as "metric_time",
      "axis_projects"."metric_time__sprint" as "metric_time__sprint",
      "axis_projects"."metric_time__board" as "metric_time__board",
      "axis_projects"."metric_time__instance" as "metric_time__instance",
      "axis_projects"."metric_time__id" as "metric_time__id",
      "axis_projects"."metric_time__ended" as "metric_time__ended",
      count(*) as "m4"
    from "warehouse"."issue_states" as "issue_state"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($2 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      join "axis_projects"
        on (
          "axis_projects"."metric_time__instance" = "issue_state"."instance_id"
          and "axis_projects"."project" = "issue"."project_id"
          and "axis_projects"."from_at" < cast($6 as timestamptz)
          and "issue_state"."from_at" < least("axis_projects"."to_at", cast($6 as timestamptz))
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= least("axis_projects"."to_at", cast($6 as timestamptz)))
        )
      left outer join "warehouse"."sprints" as "sprint"
        on (
          "sprint"."tenant_id" = cast($2 as text)
          and "sprint"."instance_id" = "axis_projects"."metric_time__instance"
          and "sprint"."sprint_id" = "axis_projects"."metric_time__id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue_state"."tenant_id" = cast($2 as text)
      and "sprint"."board" = cast($5 as text)
      and "issue_state"."status_category" = 'in_progress'
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
  "axis_days" as materialized (
    select
      "axis_projects"."metric_time" as "metric_time",
      "axis_projects"."metric_time__sprint" as "metric_time__sprint",
      "axis_projects"."metric_time__board" as "metric_time__board",
      "axis_projects"."metric_time__instance" as "metric_time__instance",
      "axis_projects"."metric_time__id" as "metric_time__id",
      "axis_projects"."metric_time__ended" as "metric_time__ended",
      "axis_projects"."project" as "project",
      least((cast(cast("calendar"."day" + 1 * interval '1 day' as date) as timestamp) at time zone cast($1 as text)), least("axis_projects"."to_at", cast($6 as timestamptz))) as "at"
    from "axis_projects"
      cross join lateral (select cast(series.day as date) as day from generate_series(cast(cast(date_trunc('day', ("axis_projects"."from_at" at time zone cast($1 as text))) as date) as timestamp), cast(cast(date_trunc('day', (least("axis_projects"."to_at", cast($6 as timestamptz)) at time zone cast($1 as text))) as date) as timestamp), interval '1 day') as series(day)) as "calendar"
    where (
      "axis_projects"."from_at" < least("axis_projects"."to_at", cast($6 as timestamptz))
      and (cast("calendar"."day" as timestamp) at time zone cast($1 as text)) < least("axis_projects"."to_at", cast($6 as timestamptz))
    )
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
  "day_counts" as materialized (
    select
      "axis_days"."metric_time" as "metric_time",
      "axis_days"."metric_time__sprint" as "metric_time__sprint",
      "axis_days"."metric_time__board" as "metric_time__board",
      "axis_days"."metric_time__instance" as "metric_time__instance",
      "axis_days"."metric_time__id" as "metric_time__id",
      "axis_days"."metric_time__ended" as "metric_time__ended",
      count(distinct "axis_days"."at") as "days"
    from "axis_days"
    group by
      1,
      2,
      3,
      4,
      5,
      6
  ),
  "states_by_day" as materialized (
    select
      "project"."project_key" as "project_key",
      "axis_days"."metric_time" as "metric_time",
      "axis_days"."metric_time__sprint" as "metric_time__sprint",
      "axis_days"."metric_time__board" as "metric_time__board",
      "axis_days"."metric_time__instance" as "metric_time__instance",
      "axis_days"."metric_time__id" as "metric_time__id",
      "axis_days"."metric_time__ended" as "metric_time__ended",
      "axis_days"."at" as "at",
      count(*) as "m5"
    from "warehouse"."issue_states" as "issue_state"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($2 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      join "axis_days"
        on (
          "axis_days"."metric_time__instance" = "issue_state"."instance_id"
          and "axis_days"."project" = "issue"."project_id"
          and "issue_state"."from_at" < "axis_days"."at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "axis_days"."at")
        )
      left outer join "warehouse"."sprints" as "sprint"
        on (
          "sprint"."tenant_id" = cast($2 as text)
          and "sprint"."instance_id" = "axis_days"."metric_time__instance"
          and "sprint"."sprint_id" = "axis_days"."metric_time__id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue_state"."tenant_id" = cast($2 as text)
      and "sprint"."board" = cast($5 as text)
      and "issue_state"."status_category" = 'in_progress'
    )
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
  "states_rolled_up" as materialized (
    select
      "states_by_day"."project_key" as "project_key",
      "day_counts"."metric_time" as "metric_time",
      "day_counts"."metric_time__sprint" as "metric_time__sprint",
      "day_counts"."metric_time__board" as "metric_time__board",
      "day_counts"."metric_time__instance" as "metric_time__instance",
      "day_counts"."metric_time__id" as "metric_time__id",
      "day_counts"."metric_time__ended" as "metric_time__ended",
      (cast(coalesce(sum("states_by_day"."m5"), 0) as numeric) / nullif(max("day_counts"."days"), 0)) as "m5"
    from "day_counts"
      join "states_by_day"
        on (
          "states_by_day"."metric_time__instance" = "day_counts"."metric_time__instance"
          and "states_by_day"."metric_time__id" = "day_counts"."metric_time__id"
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
      "issue_by_done_at"."project_key" as "project_key",
      "issue_by_done_at"."metric_time" as "metric_time",
      "issue_by_done_at"."metric_time__sprint" as "metric_time__sprint",
      "issue_by_done_at"."metric_time__board" as "metric_time__board",
      "issue_by_done_at"."metric_time__instance" as "metric_time__instance",
      "issue_by_done_at"."metric_time__id" as "metric_time__id",
      "issue_by_done_at"."metric_time__ended" as "metric_time__ended",
      cast("issue_by_done_at"."m2" as bigint) as "m2",
      cast(null as numeric) as "m3",
      cast(null as numeric) as "m1",
      cast(null as bigint) as "m4",
      cast(null as numeric) as "m5"
    from "issue_by_done_at"
    union all
    select
      "blocked_interval_by_from_at"."project_key" as "project_key",
      "blocked_interval_by_from_at"."metric_time" as "metric_time",
      "blocked_interval_by_from_at"."metric_time__sprint" as "metric_time__sprint",
      "blocked_interval_by_from_at"."metric_time__board" as "metric_time__board",
      "blocked_interval_by_from_at"."metric_time__instance" as "metric_time__instance",
      "blocked_interval_by_from_at"."metric_time__id" as "metric_time__id",
      "blocked_interval_by_from_at"."metric_time__ended" as "metric_time__ended",
      cast(null as bigint) as "m2",
      cast("blocked_interval_by_from_at"."m3" as numeric) as "m3",
      cast(null as numeric) as "m1",
      cast(null as bigint) as "m4",
      cast(null as numeric) as "m5"
    from "blocked_interval_by_from_at"
    union all
    select
      "sprints_rolled_up"."project_key" as "project_key",
      "sprints_rolled_up"."metric_time" as "metric_time",
      "sprints_rolled_up"."metric_time__sprint" as "metric_time__sprint",
      "sprints_rolled_up"."metric_time__board" as "metric_time__board",
      "sprints_rolled_up"."metric_time__instance" as "metric_time__instance",
      "sprints_rolled_up"."metric_time__id" as "metric_time__id",
      "sprints_rolled_up"."metric_time__ended" as "metric_time__ended",
      cast(null as bigint) as "m2",
      cast(null as numeric) as "m3",
      cast("sprints_rolled_up"."m1" as numeric) as "m1",
      cast(null as bigint) as "m4",
      cast(null as numeric) as "m5"
    from "sprints_rolled_up"
    union all
    select
      "states_at_end"."project_key" as "project_key",
      "states_at_end"."metric_time" as "metric_time",
      "states_at_end"."metric_time__sprint" as "metric_time__sprint",
      "states_at_end"."metric_time__board" as "metric_time__board",
      "states_at_end"."metric_time__instance" as "metric_time__instance",
      "states_at_end"."metric_time__id" as "metric_time__id",
      "states_at_end"."metric_time__ended" as "metric_time__ended",
      cast(null as bigint) as "m2",
      cast(null as numeric) as "m3",
      cast(null as numeric) as "m1",
      cast("states_at_end"."m4" as bigint) as "m4",
      cast(null as numeric) as "m5"
    from "states_at_end"
    union all
    select
      "states_rolled_up"."project_key" as "project_key",
      "states_rolled_up"."metric_time" as "metric_time",
      "states_rolled_up"."metric_time__sprint" as "metric_time__sprint",
      "states_rolled_up"."metric_time__board" as "metric_time__board",
      "states_rolled_up"."metric_time__instance" as "metric_time__instance",
      "states_rolled_up"."metric_time__id" as "metric_time__id",
      "states_rolled_up"."metric_time__ended" as "metric_time__ended",
      cast(null as bigint) as "m2",
      cast(null as numeric) as "m3",
      cast(null as numeric) as "m1",
      cast(null as bigint) as "m4",
      cast("states_rolled_up"."m5" as numeric) as "m5"
    from "states_rolled_up"
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
      "cells"."metric_time__sprint" as "metric_time__sprint",
      "cells"."metric_time__board" as "metric_time__board",
      "cells"."metric_time__instance" as "metric_time__instance",
      "cells"."metric_time__id" as "metric_time__id",
      "cells"."metric_time__ended" as "metric_time__ended",
      "cells"."m2" as "m2",
      "cells"."m3" as "m3",
      "cells"."m1" as "m1",
      "cells"."m4" as "m4",
      "cells"."m5" as "m5"
    from "cells"
    union all
    select
      "groups"."project_key" as "project_key",
      "axis_sprints"."metric_time" as "metric_time",
      "axis_sprints"."metric_time__sprint" as "metric_time__sprint",
      "axis_sprints"."metric_time__board" as "metric_time__board",
      "axis_sprints"."metric_time__instance" as "metric_time__instance",
      "axis_sprints"."metric_time__id" as "metric_time__id",
      "axis_sprints"."metric_time__ended" as "metric_time__ended",
      cast(null as bigint) as "m2",
      cast(null as numeric) as "m3",
      cast(null as numeric) as "m1",
      cast(null as bigint) as "m4",
      cast(null as numeric) as "m5"
    from "axis_sprints"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."project_key" as "project_key",
      "filled"."metric_time" as "metric_time",
      "filled"."metric_time__sprint" as "metric_time__sprint",
      "filled"."metric_time__board" as "metric_time__board",
      "filled"."metric_time__instance" as "metric_time__instance",
      "filled"."metric_time__id" as "metric_time__id",
      "filled"."metric_time__ended" as "metric_time__ended",
      max("filled"."m2") as "m2",
      max("filled"."m3") as "m3",
      max("filled"."m1") as "m1",
      max("filled"."m4") as "m4",
      max("filled"."m5") as "m5"
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
  "answer"."project_key" as "project_key",
  "answer"."metric_time" as "metric_time",
  "answer"."metric_time__sprint" as "metric_time__sprint",
  "answer"."metric_time__board" as "metric_time__board",
  cast("answer"."m1" as double precision) as "m1_value",
  cast(coalesce("answer"."m2", 0) as bigint) as "m2_value",
  cast(coalesce("answer"."m3", 0) as double precision) as "m3_value",
  cast(coalesce("answer"."m4", 0) as bigint) as "m4_value",
  cast(coalesce("answer"."m5", 0) as double precision) as "m5_value",
  case when "answer"."m1" is not null then null else 'no_data' end as "m1_value_why",
  count(*) over () as "total"
from "answer"
order by
  "answer"."metric_time__ended" asc nulls last,
  "answer"."metric_time__instance" collate "C" asc nulls last,
  "answer"."metric_time__id" collate "C" asc nulls last,
  "answer"."project_key" collate "C" asc nulls last
fetch next cast($7 as bigint) rows only

-- parameters
-- $1 timezone = Europe/Prague
-- $2 tenant = acme
-- $3 from = 2026-02-28T23:00Z
-- $4 to = 2026-04-30T22:00Z
-- $5 filter_1 = Payments board
-- $6 now = 2026-07-01T12:00Z
-- $7 limit = 1000
-- columns
-- project_key TEXT
-- metric_time DATE
-- metric_time__sprint TEXT
-- metric_time__board TEXT
-- velocity DECIMAL
-- closed INTEGER
-- blocked_hours DECIMAL
-- wip INTEGER
-- average_wip DECIMAL
-- velocity WHY
-- total INTEGER
