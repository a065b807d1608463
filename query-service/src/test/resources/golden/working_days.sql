with
  "issue_by_done_at" as materialized (
    select
      "issue"."priority" as "priority",
      percentile_cont(0.5) within group (order by cast(warehouse.working_days_between("issue"."created_at", "issue"."done_at", cast($1 as text), cast($2 as integer[]), cast($3 as date[])) as double precision)) filter (where "issue"."done_at" is not null) as "m1",
      avg(warehouse.working_days_between("issue"."first_in_progress_at", "issue"."done_at", cast($1 as text), cast($2 as integer[]), cast($3 as date[]))) filter (where ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null)) as "m2"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($4 as text)
      and "issue"."done_at" >= cast($5 as timestamptz)
      and "issue"."done_at" < cast($6 as timestamptz)
      and ("issue"."done_at" is not null or ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null))
    )
    group by 1
  )
select
  "issue_by_done_at"."priority" as "priority",
  cast("issue_by_done_at"."m1" as double precision) as "m1_value",
  cast("issue_by_done_at"."m2" as double precision) as "m2_value",
  case when "issue_by_done_at"."m1" is not null then null else 'no_data' end as "m1_value_why",
  case when "issue_by_done_at"."m2" is not null then null else 'no_data' end as "m2_value_why",
  count(*) over () as "total"
from "issue_by_done_at"
order by
  "m1_value" desc nulls last,
  "issue_by_done_at"."priority" collate "C" asc nulls last
fetch next cast($7 as bigint) rows only

-- parameters
-- $1 calendar_zone = UTC
-- $2 calendar_weekdays = [1, 2, 3, 4, 5]
-- $3 calendar_holidays = []
-- $4 tenant = acme
-- $5 from = 2026-01-01T00:00Z
-- $6 to = 2026-07-01T00:00Z
-- $7 limit = 1000
-- columns
-- priority TEXT
-- lead_time_working DECIMAL
-- cycle_time_working DECIMAL
-- lead_time_working WHY
-- cycle_time_working WHY
-- total INTEGER
