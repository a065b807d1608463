with
  "sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint"."board" as "board",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1",
      coalesce(sum("sprint_issue"."planned_points"), 0) as "m2",
      (cast(coalesce(sum("sprint_issue"."spilled_points"), 0) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as "m3",
      coalesce(sum("sprint_issue"."issues"), 0) as "m3_found"
    from "warehouse"."sprints" as "sprint"
      left outer join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($2 as timestamptz)
      and "sprint"."ended_at" < cast($3 as timestamptz)
    )
    group by 1, 2, 3
  ),
  "sprints_rolled_up" as materialized (
    select
      "sprint_values"."board" as "board",
      avg("sprint_values"."m1") as "m1",
      sum("sprint_values"."m2") as "m2",
      percentile_cont(0.9) within group (order by "sprint_values"."m3") as "m3",
      sum("sprint_values"."m3_found") as "m3_found"
    from "sprint_values"
    group by 1
  )
select
  "sprints_rolled_up"."board" as "board",
  cast("sprints_rolled_up"."m1" as double precision) as "m1_value",
  cast(coalesce("sprints_rolled_up"."m2", 0) as double precision) as "m2_value",
  cast("sprints_rolled_up"."m3" as double precision) as "m3_value",
  case when "sprints_rolled_up"."m1" is not null then null else 'no_data' end as "m1_value_why",
  case when "sprints_rolled_up"."m3" is not null then null when coalesce("sprints_rolled_up"."m3_found", 0) > 0 then 'not_applicable' else 'no_data' end as "m3_value_why",
  count(*) over () as "total"
from "sprints_rolled_up"
order by
  "m1_value" desc nulls last,
  "sprints_rolled_up"."board" collate "C" asc nulls last
fetch next cast($4 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 limit = 1000
-- columns
-- board TEXT
-- velocity DECIMAL
-- planned_sp DECIMAL
-- spillover_ratio DECIMAL
-- velocity WHY
-- spillover_ratio WHY
-- total INTEGER
