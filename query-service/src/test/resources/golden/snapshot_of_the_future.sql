with
  "states_at_end" as materialized (
    select count(*) as "m1"
    from "warehouse"."issue_states" as "issue_state"
    where (
      "issue_state"."tenant_id" = cast($1 as text)
      and "issue_state"."from_at" < cast($2 as timestamptz)
      and ("issue_state"."to_at" is null or "issue_state"."to_at" >= cast($2 as timestamptz))
      and false
      and "issue_state"."status_category" = 'in_progress'
    )
  )
select
  cast(cast(null as bigint) as bigint) as "m1_value",
  case when cast(null as bigint) is not null then null when true then 'not_applicable' else 'no_data' end as "m1_value_why",
  count(*) over () as "total"
from "states_at_end"
order by "m1_value" desc nulls last
fetch next cast($3 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 until = 2026-07-01T12:00Z
-- $3 limit = 1000
-- columns
-- wip INTEGER
-- wip WHY
-- total INTEGER
