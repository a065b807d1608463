with
  "issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m1_over"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "issue_by_created_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m1_under"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
    )
    group by 1
  ),
  "transition_by_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(distinct ("transition"."instance_id", "transition"."issue_id")) filter (where "transition"."leaves_done") as "m2_over",
      count(distinct ("transition"."instance_id", "transition"."issue_id")) filter (where "transition"."enters_done") as "m2_under"
    from "warehouse"."issue_transitions" as "transition"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "transition"."instance_id"
          and "issue"."issue_id" = "transition"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "transition"."tenant_id" = cast($1 as text)
      and "transition"."at" >= cast($2 as timestamptz)
      and "transition"."at" < cast($3 as timestamptz)
      and ("transition"."leaves_done" or "transition"."enters_done")
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."project_key" as "project_key",
      cast("issue_by_done_at"."m1_over" as bigint) as "m1_over",
      cast(null as bigint) as "m1_under",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under"
    from "issue_by_done_at"
    union all
    select
      "issue_by_created_at"."project_key" as "project_key",
      cast(null as bigint) as "m1_over",
      cast("issue_by_created_at"."m1_under" as bigint) as "m1_under",
      cast(null as bigint) as "m2_over",
      cast(null as bigint) as "m2_under"
    from "issue_by_created_at"
    union all
    select
      "transition_by_at"."project_key" as "project_key",
      cast(null as bigint) as "m1_over",
      cast(null as bigint) as "m1_under",
      cast("transition_by_at"."m2_over" as bigint) as "m2_over",
      cast("transition_by_at"."m2_under" as bigint) as "m2_under"
    from "transition_by_at"
  ),
  "answer" as materialized (
    select
      "cells"."project_key" as "project_key",
      max("cells"."m1_over") as "m1_over",
      max("cells"."m1_under") as "m1_under",
      max("cells"."m2_over") as "m2_over",
      max("cells"."m2_under") as "m2_under"
    from "cells"
    group by 1
  )
select
  "answer"."project_key" as "project_key",
  cast((cast(coalesce("answer"."m1_over", 0) as numeric) / nullif(coalesce("answer"."m1_under", 0), 0)) as double precision) as "m1_value",
  cast((cast(coalesce("answer"."m2_over", 0) as numeric) / nullif(coalesce("answer"."m2_under", 0), 0)) as double precision) as "m2_value",
  case when (cast(coalesce("answer"."m1_over", 0) as numeric) / nullif(coalesce("answer"."m1_under", 0), 0)) is not null then null when not ((coalesce("answer"."m1_over", 0) > 0 or coalesce("answer"."m1_under", 0) > 0)) then 'no_data' else 'not_applicable' end as "m1_value_why",
  case when (cast(coalesce("answer"."m2_over", 0) as numeric) / nullif(coalesce("answer"."m2_under", 0), 0)) is not null then null when not ((coalesce("answer"."m2_over", 0) > 0 or coalesce("answer"."m2_under", 0) > 0)) then 'no_data' else 'not_applicable' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by
  "m1_value" desc nulls last,
  "answer"."project_key" collate "C" asc nulls last
fetch next cast($4 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 limit = 1000
-- columns
-- project_key TEXT
-- throughput_ratio DECIMAL
-- reopen_rate DECIMAL
-- throughput_ratio WHY
-- reopen_rate WHY
-- total INTEGER
