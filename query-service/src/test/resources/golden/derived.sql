with
  "issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m2_in_1_over",
      count(*) as "m2_in_2_in_2"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "issue_by_created_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m2_in_1_under",
      count(*) as "m2_in_2_in_1"
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
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1_in_1",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1_in_2",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m1_in_1_n"
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
      stddev_samp("sprint_values"."m1_in_1") as "m1_in_1",
      avg("sprint_values"."m1_in_2") as "m1_in_2",
      count("sprint_values"."m1_in_1_n") as "m1_in_1_n"
    from "sprint_values"
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."project_key" as "project_key",
      cast("issue_by_done_at"."m2_in_1_over" as bigint) as "m2_in_1_over",
      cast("issue_by_done_at"."m2_in_2_in_2" as bigint) as "m2_in_2_in_2",
      cast(null as bigint) as "m2_in_1_under",
      cast(null as bigint) as "m2_in_2_in_1",
      cast(null as numeric) as "m1_in_1",
      cast(null as numeric) as "m1_in_2",
      cast(null as bigint) as "m1_in_1_n"
    from "issue_by_done_at"
    union all
    select
      "issue_by_created_at"."project_key" as "project_key",
      cast(null as bigint) as "m2_in_1_over",
      cast(null as bigint) as "m2_in_2_in_2",
      cast("issue_by_created_at"."m2_in_1_under" as bigint) as "m2_in_1_under",
      cast("issue_by_created_at"."m2_in_2_in_1" as bigint) as "m2_in_2_in_1",
      cast(null as numeric) as "m1_in_1",
      cast(null as numeric) as "m1_in_2",
      cast(null as bigint) as "m1_in_1_n"
    from "issue_by_created_at"
    union all
    select
      "sprints_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m2_in_1_over",
      cast(null as bigint) as "m2_in_2_in_2",
      cast(null as bigint) as "m2_in_1_under",
      cast(null as bigint) as "m2_in_2_in_1",
      cast("sprints_rolled_up"."m1_in_1" as numeric) as "m1_in_1",
      cast("sprints_rolled_up"."m1_in_2" as numeric) as "m1_in_2",
      cast("sprints_rolled_up"."m1_in_1_n" as bigint) as "m1_in_1_n"
    from "sprints_rolled_up"
  ),
  "answer" as materialized (
    select
      "cells"."project_key" as "project_key",
      max("cells"."m2_in_1_over") as "m2_in_1_over",
      max("cells"."m2_in_2_in_2") as "m2_in_2_in_2",
      max("cells"."m2_in_1_under") as "m2_in_1_under",
      max("cells"."m2_in_2_in_1") as "m2_in_2_in_1",
      max("cells"."m1_in_1") as "m1_in_1",
      max("cells"."m1_in_2") as "m1_in_2",
      max("cells"."m1_in_1_n") as "m1_in_1_n"
    from "cells"
    group by 1
  )
select
  "answer"."project_key" as "project_key",
  cast((cast("answer"."m1_in_1" as numeric) / nullif("answer"."m1_in_2", 0)) as double precision) as "m1_value",
  cast((coalesce((cast(coalesce("answer"."m2_in_1_over", 0) as numeric) / nullif(coalesce("answer"."m2_in_1_under", 0), 0)), 0) + (abs((coalesce("answer"."m2_in_2_in_1", 0) - coalesce("answer"."m2_in_2_in_2", 0))) * 100)) as double precision) as "m2_value",
  case when (cast("answer"."m1_in_1" as numeric) / nullif("answer"."m1_in_2", 0)) is not null then null when not ((coalesce("answer"."m1_in_1_n", 0) > 0 or "answer"."m1_in_2" is not null)) then 'no_data' when ("answer"."m1_in_1" is null and coalesce("answer"."m1_in_1_n", 0) > 0) then 'insufficient_n' else 'not_applicable' end as "m1_value_why",
  case when (coalesce((cast(coalesce("answer"."m2_in_1_over", 0) as numeric) / nullif(coalesce("answer"."m2_in_1_under", 0), 0)), 0) + (abs((coalesce("answer"."m2_in_2_in_1", 0) - coalesce("answer"."m2_in_2_in_2", 0))) * 100)) is not null then null when not ((coalesce("answer"."m2_in_1_over", 0) > 0 or coalesce("answer"."m2_in_1_under", 0) > 0 or coalesce("answer"."m2_in_2_in_1", 0) > 0 or coalesce("answer"."m2_in_2_in_2", 0) > 0)) then 'no_data' else 'not_applicable' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by
  "m1_value" desc nulls last,
  "answer"."project_key" collate "C" asc nulls last
fetch next cast($4 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 limit = 1000
-- columns
-- project_key TEXT
-- probe_velocity_spread DECIMAL
-- probe_nested DECIMAL
-- probe_velocity_spread WHY
-- probe_nested WHY
-- total INTEGER
