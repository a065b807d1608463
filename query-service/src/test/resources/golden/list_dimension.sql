with
  "issue_by_created_at" as materialized (
    select
      "each_label"."value" as "label",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" is not null
    )
    group by 1
  )
select
  "issue_by_created_at"."label" as "label",
  cast(coalesce("issue_by_created_at"."m1", 0) as bigint) as "m1_value",
  count(*) over () as "total"
from "issue_by_created_at"
order by
  "m1_value" desc nulls last,
  "issue_by_created_at"."label" collate "C" asc nulls last
fetch next cast($2 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 limit = 1000
-- columns
-- label TEXT
-- created INTEGER
-- total INTEGER
