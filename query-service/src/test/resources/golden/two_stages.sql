with
  "issue_by_done_at" as materialized (
    select
      "issue"."issue_type" as "issue_type",
      count(*) as "m3"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "m1_per_issue_by_done_at" as materialized (
    select
      "issue"."issue_type" as "issue_type",
      "project"."project_key" as "project_key",
      percentile_cont(0.5) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."first_in_progress_at") / 86400.0)) as "m1"
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
      and ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null)
    )
    group by 1, 2
  ),
  "m1_rolled_up" as materialized (
    select
      "m1_per_issue_by_done_at"."issue_type" as "issue_type",
      avg(cast("m1_per_issue_by_done_at"."m1" as numeric)) as "m1"
    from "m1_per_issue_by_done_at"
    group by 1
  ),
  "m2_per_issue_by_done_at" as materialized (
    select
      "issue"."issue_type" as "issue_type",
      "assignee"."display_name" as "assignee",
      count(*) as "m2_over"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."users" as "assignee"
        on (
          "assignee"."tenant_id" = cast($1 as text)
          and "assignee"."user_id" = "issue"."assignee_id"
          and "assignee"."instance_id" = "issue"."instance_id"
        )
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "m2_per_issue_by_created_at" as materialized (
    select
      "issue"."issue_type" as "issue_type",
      "assignee"."display_name" as "assignee",
      count(*) as "m2_under"
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
    )
    group by 1, 2
  ),
  "m2_per_cells" as materialized (
    select
      "m2_per_issue_by_done_at"."issue_type" as "issue_type",
      "m2_per_issue_by_done_at"."assignee" as "assignee",
      cast("m2_per_issue_by_done_at"."m2_over" as bigint) as "m2_over",
      cast(null as bigint) as "m2_under"
    from "m2_per_issue_by_done_at"
    union all
    select
      "m2_per_issue_by_created_at"."issue_type" as "issue_type",
      "m2_per_issue_by_created_at"."assignee" as "assignee",
      cast(null as bigint) as "m2_over",
      cast("m2_per_issue_by_created_at"."m2_under" as bigint) as "m2_under"
    from "m2_per_issue_by_created_at"
  ),
  "m2_per_answer" as materialized (
    select
      "m2_per_cells"."issue_type" as "issue_type",
      "m2_per_cells"."assignee" as "assignee",
      max("m2_per_cells"."m2_over") as "m2_over",
      max("m2_per_cells"."m2_under") as "m2_under"
    from "m2_per_cells"
    group by 1, 2
  ),
  "m2_rolled_up" as materialized (
    select
      "m2_per_answer"."issue_type" as "issue_type",
      percentile_cont(0.9) within group (order by (cast(coalesce("m2_per_answer"."m2_over", 0) as numeric) / nullif(coalesce("m2_per_answer"."m2_under", 0), 0))) as "m2"
    from "m2_per_answer"
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_done_at"."issue_type" as "issue_type",
      cast("issue_by_done_at"."m3" as bigint) as "m3",
      cast(null as numeric) as "m1",
      cast(null as double precision) as "m2"
    from "issue_by_done_at"
    union all
    select
      "m1_rolled_up"."issue_type" as "issue_type",
      cast(null as bigint) as "m3",
      cast("m1_rolled_up"."m1" as numeric) as "m1",
      cast(null as double precision) as "m2"
    from "m1_rolled_up"
    union all
    select
      "m2_rolled_up"."issue_type" as "issue_type",
      cast(null as bigint) as "m3",
      cast(null as numeric) as "m1",
      cast("m2_rolled_up"."m2" as double precision) as "m2"
    from "m2_rolled_up"
  ),
  "answer" as materialized (
    select
      "cells"."issue_type" as "issue_type",
      max("cells"."m3") as "m3",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2"
    from "cells"
    group by 1
  )
select
  "answer"."issue_type" as "issue_type",
  cast("answer"."m1" as double precision) as "m1_value",
  cast("answer"."m2" as double precision) as "m2_value",
  cast(coalesce("answer"."m3", 0) as bigint) as "m3_value",
  case when "answer"."m1" is not null then null else 'no_data' end as "m1_value_why",
  case when "answer"."m2" is not null then null else 'no_data' end as "m2_value_why",
  count(*) over () as "total"
from "answer"
order by
  "m1_value" desc nulls last,
  "answer"."issue_type" collate "C" asc nulls last
fetch next cast($4 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 limit = 1000
-- columns
-- issue_type TEXT
-- cycle_time DECIMAL
-- throughput_ratio DECIMAL
-- closed INTEGER
-- cycle_time WHY
-- throughput_ratio WHY
-- total INTEGER
