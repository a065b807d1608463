with
  "issue_by_created_at" as materialized (
    select count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join "warehouse"."users" as "assignee"
        on (
          "assignee"."tenant_id" = cast($1 as text)
          and "assignee"."user_id" = "issue"."assignee_id"
          and "assignee"."instance_id" = "issue"."instance_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" is not null
      and "project"."project_key" = any(cast($2 as text[]))
      and "assignee"."display_name" is distinct from cast($3 as text)
      and ("issue"."priority" is null or not ("issue"."priority" = any(cast($4 as text[]))))
      and "issue"."issue_type" ilike cast($5 as text)
      and "issue"."is_subtask" = cast($6 as boolean)
      and "issue"."status" is not null
      and ("issue"."created_at" >= cast($7 as timestamptz) and "issue"."created_at" < cast($8 as timestamptz))
      and ("issue"."done_at" is null or not (("issue"."done_at" >= cast($9 as timestamptz) and "issue"."done_at" < cast($10 as timestamptz))))
    )
  )
select
  cast(coalesce("issue_by_created_at"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "issue_by_created_at"
order by "m1_value" desc nulls last
fetch next cast($11 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 filter_1 = [PAY, WEB]
-- $3 filter_2 = Ana Novak
-- $4 filter_3 = [Low, High]
-- $5 filter_4 = %50\%\_%
-- $6 filter_5 = false
-- $7 filter_7_from_1 = 2026-01-05T00:00Z
-- $8 filter_7_to_1 = 2026-01-07T00:00Z
-- $9 filter_8_from_1 = 2026-02-01T10:00Z
-- $10 filter_8_to_1 = 2026-02-01T10:00:00.000001Z
-- $11 limit = 1000
-- columns
-- created INTEGER
-- total INTEGER
