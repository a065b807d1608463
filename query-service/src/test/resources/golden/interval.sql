with
  "blocked_interval_by_from_at" as materialized (
    select
      "project"."project_key" as "project_key",
      sum((extract(epoch from (least("blocked_interval"."to_at", cast($1 as timestamptz)) - greatest("blocked_interval"."from_at", cast($2 as timestamptz)))) / 3600)) as "m1"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($3 as text)
          and "issue"."instance_id" = "blocked_interval"."instance_id"
          and "issue"."issue_id" = "blocked_interval"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($3 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "blocked_interval"."tenant_id" = cast($3 as text)
      and "blocked_interval"."from_at" < cast($1 as timestamptz)
      and greatest("blocked_interval"."from_at", cast($2 as timestamptz)) < least("blocked_interval"."to_at", cast($1 as timestamptz))
    )
    group by 1
  )
select
  "blocked_interval_by_from_at"."project_key" as "project_key",
  cast(coalesce("blocked_interval_by_from_at"."m1", 0) as double precision) as "m1_value",
  count(*) over () as "total"
from "blocked_interval_by_from_at"
order by
  "m1_value" desc nulls last,
  "blocked_interval_by_from_at"."project_key" collate "C" asc nulls last
fetch next cast($4 as bigint) rows only

-- parameters
-- $1 until = 2026-07-01T00:00Z
-- $2 from = 2026-01-01T00:00Z
-- $3 tenant = acme
-- $4 limit = 1000
-- columns
-- project_key TEXT
-- blocked_hours DECIMAL
-- total INTEGER
