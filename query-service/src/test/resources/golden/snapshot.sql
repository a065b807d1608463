with
  "states_at_end" as materialized (
    select
      "issue_state"."status" as "status",
      count(*) filter (where "issue_state"."status_category" = 'in_progress') as "m1",
      count(*) filter (where ("issue_state"."status_category" = 'in_progress' and "issue_state"."assignee_id" is null)) as "m2"
    from "warehouse"."issue_states" as "issue_state"
    where (
      "issue_state"."tenant_id" = cast($1 as text)
      and "issue_state"."from_at" < cast($2 as timestamptz)
      and ("issue_state"."to_at" is null or "issue_state"."to_at" >= cast($2 as timestamptz))
      and ("issue_state"."status_category" = 'in_progress' or ("issue_state"."status_category" = 'in_progress' and "issue_state"."assignee_id" is null))
    )
    group by 1
  )
select
  "states_at_end"."status" as "status",
  cast(coalesce("states_at_end"."m1", 0) as bigint) as "m1_value",
  cast(coalesce("states_at_end"."m2", 0) as bigint) as "m2_value",
  count(*) over () as "total"
from "states_at_end"
order by
  "m1_value" desc nulls last,
  "states_at_end"."status" collate "C" asc nulls last
fetch next cast($3 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 until = 2026-07-01T12:00Z
-- $3 limit = 1000
-- columns
-- status TEXT
-- wip INTEGER
-- wip_no_assignee INTEGER
-- total INTEGER
