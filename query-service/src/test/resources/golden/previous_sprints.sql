with
  "axis_candidates" as materialized (
    select
      cast(date_trunc('day', ("sprint"."started_at" at time zone cast($1 as text))) as date) as "metric_time",
      "sprint"."name" as "metric_time__sprint",
      "sprint"."board" as "metric_time__board",
      "sprint"."instance_id" as "metric_time__instance",
      "sprint"."sprint_id" as "metric_time__id",
      "sprint"."ended_at" as "metric_time__ended",
      "sprint"."started_at" as "metric_time__started",
      "sprint"."board_id" as "metric_time__board_id",
      row_number() over (partition by "sprint"."instance_id", "sprint"."board_id" order by "sprint"."ended_at", "sprint"."instance_id" collate "C", "sprint"."sprint_id" collate "C") as "metric_time__place"
    from "warehouse"."sprints" as "sprint"
    where (
      "sprint"."tenant_id" = cast($2 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."started_at" is not null
      and "sprint"."ended_at" < cast($3 as timestamptz)
    )
  ),
  "axis_sprints" as materialized (
    select
      "axis_candidates"."metric_time" as "metric_time",
      "axis_candidates"."metric_time__sprint" as "metric_time__sprint",
      "axis_candidates"."metric_time__board" as "metric_time__board",
      "axis_candidates"."metric_time__instance" as "metric_time__instance",
      "axis_candidates"."metric_time__id" as "metric_time__id",
      "axis_candidates"."metric_time__ended" as "metric_time__ended",
      "axis_candidates"."metric_time__started" as "metric_time__started",
      "axis_candidates"."metric_time__board_id" as "metric_time__board_id",
      "axis_candidates"."metric_time__place" as "metric_time__place"
    from "axis_candidates"
      join "axis_candidates" as "later"
        on (
          "later"."metric_time__instance" = "axis_candidates"."metric_time__instance"
          and ("later"."metric_time__board_id" = "axis_candidates"."metric_time__board_id" or "later"."metric_time__id" = "axis_candidates"."metric_time__id")
          and ("later"."metric_time__place" - "axis_candidates"."metric_time__place") >= 0
          and ("later"."metric_time__place" - "axis_candidates"."metric_time__place") <= cast($4 as bigint)
          and "later"."metric_time__ended" >= cast($5 as timestamptz)
          and "later"."metric_time__ended" < cast($3 as timestamptz)
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
      "axis_projects"."metric_time" as "metric_time",
      "axis_projects"."metric_time__sprint" as "metric_time__sprint",
      "axis_projects"."metric_time__board" as "metric_time__board",
      "axis_projects"."metric_time__instance" as "metric_time__instance",
      "axis_projects"."metric_time__id" as "metric_time__id",
      "axis_projects"."metric_time__ended" as "metric_time__ended",
      "project"."project_key" as "project_key",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      join "axis_projects"
        on (
          "axis_projects"."metric_time__instance" = "issue"."instance_id"
          and "axis_projects"."project" = "issue"."project_id"
          and "issue"."done_at" >= "axis_projects"."from_at"
          and "issue"."done_at" < "axis_projects"."to_at"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
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
  "cells" as materialized (
    select
      "issue_by_done_at"."metric_time" as "metric_time",
      "issue_by_done_at"."metric_time__sprint" as "metric_time__sprint",
      "issue_by_done_at"."metric_time__board" as "metric_time__board",
      "issue_by_done_at"."metric_time__instance" as "metric_time__instance",
      "issue_by_done_at"."metric_time__id" as "metric_time__id",
      "issue_by_done_at"."metric_time__ended" as "metric_time__ended",
      "issue_by_done_at"."project_key" as "project_key",
      cast("issue_by_done_at"."m1" as bigint) as "m1"
    from "issue_by_done_at"
  ),
  "groups" as materialized (
    select "cells"."project_key" as "project_key"
    from "cells"
    group by 1
  ),
  "filled" as materialized (
    select
      "cells"."metric_time" as "metric_time",
      "cells"."metric_time__sprint" as "metric_time__sprint",
      "cells"."metric_time__board" as "metric_time__board",
      "cells"."metric_time__instance" as "metric_time__instance",
      "cells"."metric_time__id" as "metric_time__id",
      "cells"."metric_time__ended" as "metric_time__ended",
      "cells"."project_key" as "project_key",
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
      "groups"."project_key" as "project_key",
      cast(null as bigint) as "m1"
    from "axis_sprints"
      cross join "groups"
  ),
  "answer" as materialized (
    select
      "filled"."metric_time" as "metric_time",
      "filled"."metric_time__sprint" as "metric_time__sprint",
      "filled"."metric_time__board" as "metric_time__board",
      "filled"."metric_time__instance" as "metric_time__instance",
      "filled"."metric_time__id" as "metric_time__id",
      "filled"."metric_time__ended" as "metric_time__ended",
      "filled"."project_key" as "project_key",
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
  ),
  "measured" as materialized (
    select
      "answer"."metric_time" as "metric_time",
      "answer"."metric_time__sprint" as "metric_time__sprint",
      "answer"."metric_time__board" as "metric_time__board",
      "answer"."metric_time__instance" as "metric_time__instance",
      "answer"."metric_time__id" as "metric_time__id",
      "answer"."metric_time__ended" as "metric_time__ended",
      "answer"."project_key" as "project_key",
      coalesce("answer"."m1", 0) as "m1_value"
    from "answer"
  ),
  "previous_sprints" as materialized (
    select
      "measured"."metric_time" as "metric_time",
      "measured"."metric_time__sprint" as "metric_time__sprint",
      "measured"."metric_time__board" as "metric_time__board",
      "measured"."metric_time__instance" as "metric_time__instance",
      "measured"."metric_time__id" as "metric_time__id",
      "measured"."metric_time__ended" as "metric_time__ended",
      "measured"."project_key" as "project_key",
      avg("earlier"."m1_value") as "m1_previous"
    from "measured"
      join "axis_sprints" as "axis"
        on (
          "axis"."metric_time__instance" = "measured"."metric_time__instance"
          and "axis"."metric_time__id" = "measured"."metric_time__id"
        )
      join "axis_sprints" as "earlier_axis"
        on (
          "earlier_axis"."metric_time__instance" = "axis"."metric_time__instance"
          and ("earlier_axis"."metric_time__board_id" = "axis"."metric_time__board_id" or "earlier_axis"."metric_time__id" = "axis"."metric_time__id")
          and ("axis"."metric_time__place" - "earlier_axis"."metric_time__place") >= 1
          and ("axis"."metric_time__place" - "earlier_axis"."metric_time__place") <= cast($4 as bigint)
        )
      join "measured" as "earlier"
        on (
          "earlier"."metric_time__instance" = "earlier_axis"."metric_time__instance"
          and "earlier"."metric_time__id" = "earlier_axis"."metric_time__id"
          and not ("earlier"."project_key" is distinct from "measured"."project_key")
        )
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
  "measured"."metric_time" as "metric_time",
  "measured"."metric_time__sprint" as "metric_time__sprint",
  "measured"."metric_time__board" as "metric_time__board",
  "measured"."project_key" as "project_key",
  cast("measured"."m1_value" as bigint) as "m1_value",
  cast("previous_sprints"."m1_previous" as double precision) as "m1_previous",
  cast(("measured"."m1_value" - "previous_sprints"."m1_previous") as double precision) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "previous_sprints"."m1_previous")) as numeric) / nullif("previous_sprints"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  case when "previous_sprints"."m1_previous" is not null then null when "previous_sprints"."metric_time__id" is null then 'not_applicable' else 'no_data' end as "m1_previous_why",
  case when ("measured"."m1_value" - "previous_sprints"."m1_previous") is not null then null else 'not_applicable' end as "m1_delta_why",
  case when (cast((100 * ("measured"."m1_value" - "previous_sprints"."m1_previous")) as numeric) / nullif("previous_sprints"."m1_previous", 0)) is not null then null else 'not_applicable' end as "m1_delta_pct_why",
  count(*) over () as "total"
from "measured"
  left outer join "previous_sprints"
    on (
      "previous_sprints"."metric_time__instance" = "measured"."metric_time__instance"
      and "previous_sprints"."metric_time__id" = "measured"."metric_time__id"
      and not ("previous_sprints"."project_key" is distinct from "measured"."project_key")
    )
where (
  "measured"."metric_time__ended" >= cast($5 as timestamptz)
  and "measured"."metric_time__ended" < cast($3 as timestamptz)
)
order by
  "measured"."metric_time__ended" asc nulls last,
  "measured"."metric_time__instance" collate "C" asc nulls last,
  "measured"."metric_time__id" collate "C" asc nulls last,
  "measured"."project_key" collate "C" asc nulls last
fetch next cast($6 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 to = 2026-05-01T00:00Z
-- $4 sprints = 2
-- $5 from = 2026-03-01T00:00Z
-- $6 limit = 1000
-- columns
-- metric_time DATE
-- metric_time__sprint TEXT
-- metric_time__board TEXT
-- project_key TEXT
-- closed INTEGER
-- closed__previous DECIMAL
-- closed__delta DECIMAL
-- closed__delta_pct DECIMAL
-- closed__previous WHY
-- closed__delta WHY
-- closed__delta_pct WHY
-- total INTEGER
