with
  "issue_by_created_at" as materialized (
    select count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" is not null
      and "issue"."labels" && cast($2 as text[])
      and not (coalesce("issue"."labels" && cast($3 as text[]), false))
      and exists (select 1 from unnest("issue"."components") as item(value) where item.value ilike cast($4 as text))
      and coalesce(cardinality("issue"."components"), 0) > 0
    )
  )
select
  cast(coalesce("issue_by_created_at"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "issue_by_created_at"
order by "m1_value" desc nulls last
fetch next cast($5 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 filter_1 = [backend, api]
-- $3 filter_2 = [old]
-- $4 filter_3 = co%
-- $5 limit = 1000
-- columns
-- created INTEGER
-- total INTEGER
