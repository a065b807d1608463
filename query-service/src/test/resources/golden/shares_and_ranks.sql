with
  "issue_by_created_at" as materialized (
    select
      "project"."project_key" as "project_key",
      "each_label"."value" as "label",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
    )
    group by 1, 2
  ),
  "blocked_interval_by_from_at" as materialized (
    select
      "project"."project_key" as "project_key",
      "each_label"."value" as "label",
      sum((extract(epoch from (least("blocked_interval"."to_at", cast($4 as timestamptz)) - greatest("blocked_interval"."from_at", cast($2 as timestamptz)))) / 3600)) as "m2"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "blocked_interval"."instance_id"
          and "issue"."issue_id" = "blocked_interval"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "blocked_interval"."tenant_id" = cast($1 as text)
      and "blocked_interval"."from_at" < cast($4 as timestamptz)
      and greatest("blocked_interval"."from_at", cast($2 as timestamptz)) < least("blocked_interval"."to_at", cast($4 as timestamptz))
    )
    group by 1, 2
  ),
  "issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      "each_label"."value" as "label",
      avg((extract(epoch from ("issue"."done_at" - "issue"."created_at")) / 86400)) as "m4",
      count(*) as "m5"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1, 2
  ),
  "states_at_end" as materialized (
    select
      "project"."project_key" as "project_key",
      "each_label"."value" as "label",
      count(*) as "m3"
    from "warehouse"."issue_states" as "issue_state"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue_state"."tenant_id" = cast($1 as text)
      and "issue_state"."from_at" < cast($4 as timestamptz)
      and ("issue_state"."to_at" is null or "issue_state"."to_at" >= cast($4 as timestamptz))
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."project_key" as "project_key",
      "issue_by_created_at"."label" as "label",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m5",
      cast(null as bigint) as "m3"
    from "issue_by_created_at"
    union all
    select
      "blocked_interval_by_from_at"."project_key" as "project_key",
      "blocked_interval_by_from_at"."label" as "label",
      cast(null as bigint) as "m1",
      cast("blocked_interval_by_from_at"."m2" as numeric) as "m2",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m5",
      cast(null as bigint) as "m3"
    from "blocked_interval_by_from_at"
    union all
    select
      "issue_by_done_at"."project_key" as "project_key",
      "issue_by_done_at"."label" as "label",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast("issue_by_done_at"."m4" as numeric) as "m4",
      cast("issue_by_done_at"."m5" as bigint) as "m5",
      cast(null as bigint) as "m3"
    from "issue_by_done_at"
    union all
    select
      "states_at_end"."project_key" as "project_key",
      "states_at_end"."label" as "label",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m5",
      cast("states_at_end"."m3" as bigint) as "m3"
    from "states_at_end"
  ),
  "answer" as materialized (
    select
      "cells"."project_key" as "project_key",
      "cells"."label" as "label",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2",
      max("cells"."m4") as "m4",
      max("cells"."m5") as "m5",
      max("cells"."m3") as "m3"
    from "cells"
    group by 1, 2
  ),
  "total_1_issue_by_created_at" as materialized (
    select count(*) as "m1"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
    )
  ),
  "total_2_blocked_interval_by_from_at" as materialized (
    select
      "project"."project_key" as "project_key",
      sum((extract(epoch from (least("blocked_interval"."to_at", cast($4 as timestamptz)) - greatest("blocked_interval"."from_at", cast($2 as timestamptz)))) / 3600)) as "m2"
    from "warehouse"."blocked_intervals" as "blocked_interval"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "blocked_interval"."instance_id"
          and "issue"."issue_id" = "blocked_interval"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "blocked_interval"."tenant_id" = cast($1 as text)
      and "blocked_interval"."from_at" < cast($4 as timestamptz)
      and greatest("blocked_interval"."from_at", cast($2 as timestamptz)) < least("blocked_interval"."to_at", cast($4 as timestamptz))
    )
    group by 1
  ),
  "total_2_states_at_end" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m3"
    from "warehouse"."issue_states" as "issue_state"
      left outer join "warehouse"."issues" as "issue"
        on (
          "issue"."tenant_id" = cast($1 as text)
          and "issue"."instance_id" = "issue_state"."instance_id"
          and "issue"."issue_id" = "issue_state"."issue_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
    where (
      "issue_state"."tenant_id" = cast($1 as text)
      and "issue_state"."from_at" < cast($4 as timestamptz)
      and ("issue_state"."to_at" is null or "issue_state"."to_at" >= cast($4 as timestamptz))
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1
  ),
  "shown" as materialized (
    select
      "answer"."project_key" as "project_key",
      "answer"."label" as "label",
      cast((cast((100 * coalesce("answer"."m1", 0)) as numeric) / nullif("total_1_issue_by_created_at"."m1", 0)) as double precision) as "m1_value",
      cast((cast((100 * coalesce("answer"."m2", 0)) as numeric) / nullif("total_2_blocked_interval_by_from_at"."m2", 0)) as double precision) as "m2_value",
      cast((cast((100 * coalesce("answer"."m3", 0)) as numeric) / nullif("total_2_states_at_end"."m3", 0)) as double precision) as "m3_value",
      cast(case when "answer"."m4" is not null then rank() over (partition by "answer"."project_key" order by cast("answer"."m4" as double precision)) end as bigint) as "m4_value",
      case when case when "answer"."m4" is not null then null else 'no_data' end is null then null when case when "answer"."m4" is not null then null else 'no_data' end = 'insufficient_n' then 'insufficient_n' else 'not_applicable' end as "m4_value_why",
      cast(case when coalesce("answer"."m5", 0) is not null then rank() over (order by cast(coalesce("answer"."m5", 0) as double precision) desc nulls last) end as bigint) as "m5_value",
      case when (cast((100 * coalesce("answer"."m1", 0)) as numeric) / nullif("total_1_issue_by_created_at"."m1", 0)) is not null then null else 'not_applicable' end as "m1_value_why",
      case when (cast((100 * coalesce("answer"."m2", 0)) as numeric) / nullif("total_2_blocked_interval_by_from_at"."m2", 0)) is not null then null else 'not_applicable' end as "m2_value_why",
      case when (cast((100 * coalesce("answer"."m3", 0)) as numeric) / nullif("total_2_states_at_end"."m3", 0)) is not null then null else 'not_applicable' end as "m3_value_why"
    from "answer"
      left outer join "total_1_issue_by_created_at"
        on true
      left outer join "total_2_blocked_interval_by_from_at"
        on cast(("answer"."project_key", 0) as text) = cast(("total_2_blocked_interval_by_from_at"."project_key", 0) as text)
      left outer join "total_2_states_at_end"
        on cast(("answer"."project_key", 0) as text) = cast(("total_2_states_at_end"."project_key", 0) as text)
  )
select
  "shown"."project_key" as "project_key",
  "shown"."label" as "label",
  "shown"."m1_value" as "m1_value",
  "shown"."m2_value" as "m2_value",
  "shown"."m3_value" as "m3_value",
  "shown"."m4_value" as "m4_value",
  "shown"."m5_value" as "m5_value",
  "shown"."m1_value_why" as "m1_value_why",
  "shown"."m2_value_why" as "m2_value_why",
  "shown"."m3_value_why" as "m3_value_why",
  "shown"."m4_value_why" as "m4_value_why",
  count(*) over () as "total"
from "shown"
where "shown"."m1_value" >= cast($5 as double precision)
order by
  "m1_value" desc nulls last,
  "shown"."project_key" collate "C" asc nulls last,
  "shown"."label" collate "C" asc nulls last
fetch next cast($6 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 until = 2026-07-01T00:00Z
-- $5 answer_filter_1_low = 5.0
-- $6 limit = 1000
-- columns
-- project_key TEXT
-- label TEXT
-- created DECIMAL
-- blocked DECIMAL
-- wip DECIMAL
-- lead INTEGER
-- closed INTEGER
-- created WHY
-- blocked WHY
-- wip WHY
-- lead WHY
-- total INTEGER
