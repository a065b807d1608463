with
  "issue_by_created_at" as materialized (
    select count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."users" as "assignee"
        on (
          "assignee"."tenant_id" = cast($1 as text)
          and "assignee"."user_id" = "issue"."assignee_id"
          and "assignee"."instance_id" = "issue"."instance_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
      and ("issue"."priority" = cast($4 as text) or ("issue"."labels" && cast($5 as text[]) and "issue"."created_at" >= cast($6 as timestamptz)))
      and not ((coalesce("assignee"."display_name" = cast($7 as text), false) or not (coalesce(exists (select 1 from unnest("issue"."components") as item(value) where item.value ilike cast($8 as text)), false)) or coalesce("issue"."issue_type" is distinct from cast($9 as text), false)))
    )
  ),
  "states_at_end" as materialized (
    select count(*) as "m2"
    from "warehouse"."issue_states" as "issue_state"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      left outer join "warehouse"."users" as "assignee"
        on (
          "assignee"."tenant_id" = cast($1 as text)
          and "assignee"."user_id" = "issue_state"."assignee_id"
          and "assignee"."instance_id" = "issue_state"."instance_id"
        )
    where (
      "issue_state"."tenant_id" = cast($1 as text)
      and "issue_state"."from_at" < cast($10 as timestamptz)
      and ("issue_state"."to_at" is null or "issue_state"."to_at" >= cast($10 as timestamptz))
      and ("issue"."priority" = cast($4 as text) or ("issue"."labels" && cast($5 as text[]) and "issue"."created_at" >= cast($6 as timestamptz)))
      and not ((coalesce("assignee"."display_name" = cast($7 as text), false) or not (coalesce(exists (select 1 from unnest("issue"."components") as item(value) where item.value ilike cast($8 as text)), false)) or coalesce("issue"."issue_type" is distinct from cast($9 as text), false)))
      and "issue_state"."status_category" = 'in_progress'
    )
  ),
  "cells" as materialized (
    select
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast(null as bigint) as "m2"
    from "issue_by_created_at"
    union all
    select
      cast(null as bigint) as "m1",
      cast("states_at_end"."m2" as bigint) as "m2"
    from "states_at_end"
  ),
  "answer" as materialized (
    select
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2"
    from "cells"
  )
select
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  cast(coalesce("answer"."m2", 0) as bigint) as "m2_value",
  count(*) over () as "total"
from "answer"
order by "m1_value" desc nulls last
fetch next cast($11 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 filter_1 = High
-- $5 filter_2 = [backend, api]
-- $6 filter_3_from_1 = 2026-03-01T00:00Z
-- $7 filter_4 = Ana Novak
-- $8 filter_5 = %co%
-- $9 filter_6 = Story
-- $10 until = 2026-07-01T00:00Z
-- $11 limit = 1000
-- columns
-- created INTEGER
-- wip INTEGER
-- total INTEGER
