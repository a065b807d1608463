with
  "issue_by_done_at" as materialized (
    select
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "created_at",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" is not null
      and "issue"."done_at" is not null
    )
    group by 1
  )
select
  "issue_by_done_at"."created_at" as "created_at",
  cast(coalesce("issue_by_done_at"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "issue_by_done_at"
order by "issue_by_done_at"."created_at" asc nulls last
fetch next cast($3 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 limit = 1000
-- columns
-- created_at DATE
-- closed INTEGER
-- total INTEGER
