with
  "transition_by_at" as materialized (
    select
      "assignee"."display_name" as "assignee",
      count(distinct ("transition"."instance_id", "transition"."issue_id")) as "m1"
    from "warehouse"."issue_transitions" as "transition"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "transition"."instance_id"
          and "issue"."issue_id" = "transition"."issue_id"
        )
      left outer join "warehouse"."users" as "assignee"
        on (
          "assignee"."tenant_id" = cast($1 as text)
          and "assignee"."user_id" = "issue"."assignee_id"
          and "assignee"."instance_id" = "issue"."instance_id"
        )
    where (
      "transition"."tenant_id" = cast($1 as text)
      and "transition"."at" is not null
      and "transition"."leaves_done"
    )
    group by 1
  )
select
  "transition_by_at"."assignee" as "assignee",
  cast(coalesce("transition_by_at"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "transition_by_at"
order by
  "m1_value" desc nulls last,
  "transition_by_at"."assignee" collate "C" asc nulls last
fetch next cast($2 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 limit = 1000
-- columns
-- assignee TEXT
-- reopened_count INTEGER
-- total INTEGER
