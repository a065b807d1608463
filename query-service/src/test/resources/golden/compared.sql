with
  "issue_by_created_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
    )
    group by 1
  ),
  "sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m2"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "sprint_issue"."instance_id"
          and "project"."project_id" = "sprint_issue"."project_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($2 as timestamptz)
      and "sprint"."ended_at" < cast($3 as timestamptz)
    )
    group by 1, 2, 3, 4
  ),
  "sprints_rolled_up" as materialized (
    select
      "sprint_values"."project_key" as "project_key",
      avg("sprint_values"."m2") as "m2"
    from "sprint_values"
    group by 1
  ),
  "previous_issue_by_created_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($4 as timestamptz)
      and "issue"."created_at" < cast($5 as timestamptz)
    )
    group by 1
  ),
  "previous_sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m2"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "sprint_issue"."instance_id"
          and "project"."project_id" = "sprint_issue"."project_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($4 as timestamptz)
      and "sprint"."ended_at" < cast($5 as timestamptz)
    )
    group by 1, 2, 3, 4
  ),
  "previous_sprints_rolled_up" as materialized (
    select
      "previous_sprint_values"."project_key" as "project_key",
      avg("previous_sprint_values"."m2") as "m2"
    from "previous_sprint_values"
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."project_key" as "project_key",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as bigint) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "issue_by_created_at"
    union all
    select
      "sprints_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast("sprints_rolled_up"."m2" as numeric) as "m2",
      cast(null as bigint) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "sprints_rolled_up"
    union all
    select
      "previous_issue_by_created_at"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast("previous_issue_by_created_at"."m1" as bigint) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "previous_issue_by_created_at"
    union all
    select
      "previous_sprints_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as bigint) as "previous_m1",
      cast("previous_sprints_rolled_up"."m2" as numeric) as "previous_m2"
    from "previous_sprints_rolled_up"
  ),
  "answer" as materialized (
    select
      "cells"."project_key" as "project_key",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2",
      max("cells"."previous_m1") as "previous_m1",
      max("cells"."previous_m2") as "previous_m2"
    from "cells"
    group by 1
  ),
  "measured" as materialized (
    select
      "answer"."project_key" as "project_key",
      coalesce("answer"."m1", 0) as "m1_value",
      coalesce("answer"."previous_m1", 0) as "m1_previous",
      "answer"."m2" as "m2_value",
      case when "answer"."m2" is not null then null else 'no_data' end as "m2_value_why",
      "answer"."previous_m2" as "m2_previous",
      case when "answer"."previous_m2" is not null then null else 'no_data' end as "m2_previous_why"
    from "answer"
  )
select
  "measured"."project_key" as "project_key",
  cast("measured"."m1_value" as bigint) as "m1_value",
  cast("measured"."m1_previous" as bigint) as "m1_previous",
  cast(("measured"."m1_value" - "measured"."m1_previous") as bigint) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  cast("measured"."m2_value" as double precision) as "m2_value",
  cast("measured"."m2_previous" as double precision) as "m2_previous",
  cast(("measured"."m2_value" - "measured"."m2_previous") as double precision) as "m2_delta",
  cast((cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) as double precision) as "m2_delta_pct",
  case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else 'not_applicable' end as "m1_delta_pct_why",
  "measured"."m2_value_why" as "m2_value_why",
  "measured"."m2_previous_why" as "m2_previous_why",
  case when ("measured"."m2_value" - "measured"."m2_previous") is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_why",
  case when (cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_pct_why",
  count(*) over () as "total"
from "measured"
order by
  "m1_delta_pct" desc nulls last,
  "measured"."project_key" collate "C" asc nulls last
fetch next cast($6 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-06-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 previous_from = 2026-05-01T00:00Z
-- $5 previous_to = 2026-06-01T00:00Z
-- $6 limit = 1000
-- columns
-- project_key TEXT
-- created INTEGER
-- created__previous INTEGER
-- created__delta INTEGER
-- created__delta_pct DECIMAL
-- velocity DECIMAL
-- velocity__previous DECIMAL
-- velocity__delta DECIMAL
-- velocity__delta_pct DECIMAL
-- created__delta_pct WHY
-- velocity WHY
-- velocity__previous WHY
-- velocity__delta WHY
-- velocity__delta_pct WHY
-- total INTEGER
