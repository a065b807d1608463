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
      sum("sprint_values"."m2") as "m2"
    from "sprint_values"
    group by 1
  ),
  "states_at_end" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m3"
    from "warehouse"."issue_states" as "issue_state"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue_state"."tenant_id" = cast($1 as text)
      and "issue_state"."from_at" < cast($4 as timestamptz)
      and ("issue_state"."to_at" is null or "issue_state"."to_at" >= cast($4 as timestamptz))
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."project_key" as "project_key",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as bigint) as "m3"
    from "issue_by_created_at"
    union all
    select
      "sprints_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast("sprints_rolled_up"."m2" as numeric) as "m2",
      cast(null as bigint) as "m3"
    from "sprints_rolled_up"
    union all
    select
      "states_at_end"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast("states_at_end"."m3" as bigint) as "m3"
    from "states_at_end"
  ),
  "answer" as materialized (
    select
      "cells"."project_key" as "project_key",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2",
      max("cells"."m3") as "m3"
    from "cells"
    group by 1
  )
select
  "answer"."project_key" as "project_key",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  cast(coalesce("answer"."m2", 0) as double precision) as "m2_value",
  cast(coalesce("answer"."m3", 0) as bigint) as "m3_value",
  count(*) over () as "total"
from "answer"
order by
  "m2_value" desc nulls last,
  "answer"."project_key" collate "C" asc nulls last
fetch next cast($5 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 until = 2026-07-01T00:00Z
-- $5 limit = 5
-- columns
-- project_key TEXT
-- created INTEGER
-- velocity DECIMAL
-- wip INTEGER
-- total INTEGER
