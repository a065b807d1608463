with
  "sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "sprint"."name" as "sprint_name",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1"
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
      and "sprint"."ended_at" is not null
      and "project"."project_key" = cast($2 as text)
    )
    group by 1, 2, 3, 4
  ),
  "sprints_rolled_up" as materialized (
    select
      "sprint_values"."sprint_name" as "sprint_name",
      avg("sprint_values"."m1") as "m1"
    from "sprint_values"
    group by 1
  )
select
  "sprints_rolled_up"."sprint_name" as "sprint_name",
  cast("sprints_rolled_up"."m1" as double precision) as "m1_value",
  case when "sprints_rolled_up"."m1" is not null then null else 'no_data' end as "m1_value_why",
  count(*) over () as "total"
from "sprints_rolled_up"
order by
  "m1_value" desc nulls last,
  "sprints_rolled_up"."sprint_name" collate "C" asc nulls last
fetch next cast($3 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 filter_1 = PAY
-- $3 limit = 1000
-- columns
-- sprint_name TEXT
-- velocity DECIMAL
-- velocity WHY
-- total INTEGER
