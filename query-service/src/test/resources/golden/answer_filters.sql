with
  "issue_by_created_at" as materialized (
    select
      "issue"."priority" as "priority",
      "issue"."is_subtask" as "is_subtask",
      "each_label"."value" as "label",
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "created_at",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($3 as timestamptz)
      and "issue"."created_at" < cast($4 as timestamptz)
      and "project"."project_key" = cast($5 as text)
    )
    group by 1, 2, 3, 4
  ),
  "issue_by_done_at" as materialized (
    select
      "issue"."priority" as "priority",
      "issue"."is_subtask" as "is_subtask",
      "each_label"."value" as "label",
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "created_at",
      avg((extract(epoch from ("issue"."done_at" - "issue"."created_at")) / 86400)) as "m2"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($3 as timestamptz)
      and "issue"."done_at" < cast($4 as timestamptz)
      and "project"."project_key" = cast($5 as text)
      and "issue"."done_at" is not null
    )
    group by 1, 2, 3, 4
  ),
  "previous_issue_by_created_at" as materialized (
    select
      "issue"."priority" as "priority",
      "issue"."is_subtask" as "is_subtask",
      "each_label"."value" as "label",
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "created_at",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."created_at" >= cast($6 as timestamptz)
      and "issue"."created_at" < cast($7 as timestamptz)
      and "project"."project_key" = cast($5 as text)
    )
    group by 1, 2, 3, 4
  ),
  "previous_issue_by_done_at" as materialized (
    select
      "issue"."priority" as "priority",
      "issue"."is_subtask" as "is_subtask",
      "each_label"."value" as "label",
      cast(date_trunc('month', ("issue"."created_at" at time zone cast($1 as text))) as date) as "created_at",
      avg((extract(epoch from ("issue"."done_at" - "issue"."created_at")) / 86400)) as "m2"
    from "warehouse"."issues" as "issue"
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($2 as text)
          and "project"."instance_id" = "issue"."instance_id"
          and "project"."project_id" = "issue"."project_id"
        )
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($2 as text)
      and "issue"."done_at" >= cast($6 as timestamptz)
      and "issue"."done_at" < cast($7 as timestamptz)
      and "project"."project_key" = cast($5 as text)
      and "issue"."done_at" is not null
    )
    group by 1, 2, 3, 4
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."priority" as "priority",
      "issue_by_created_at"."is_subtask" as "is_subtask",
      "issue_by_created_at"."label" as "label",
      "issue_by_created_at"."created_at" as "created_at",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as bigint) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "issue_by_created_at"
    union all
    select
      "issue_by_done_at"."priority" as "priority",
      "issue_by_done_at"."is_subtask" as "is_subtask",
      "issue_by_done_at"."label" as "label",
      "issue_by_done_at"."created_at" as "created_at",
      cast(null as bigint) as "m1",
      cast("issue_by_done_at"."m2" as numeric) as "m2",
      cast(null as bigint) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "issue_by_done_at"
    union all
    select
      "previous_issue_by_created_at"."priority" as "priority",
      "previous_issue_by_created_at"."is_subtask" as "is_subtask",
      "previous_issue_by_created_at"."label" as "label",
      cast("previous_issue_by_created_at"."created_at" + cast($8 as bigint) * interval '1 month' as date) as "created_at",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast("previous_issue_by_created_at"."m1" as bigint) as "previous_m1",
      cast(null as numeric) as "previous_m2"
    from "previous_issue_by_created_at"
    where (cast("previous_issue_by_created_at"."created_at" + cast($8 as bigint) * interval '1 month' as date) is null or cast("previous_issue_by_created_at"."created_at" + cast($8 as bigint) * interval '1 month' as date) <= cast($9 as date) or cast(cast($10 as date) + cast($11 as bigint) * interval '1 month' as date) < cast("previous_issue_by_created_at"."created_at" + cast($8 as bigint) * interval '1 month' as date))
    union all
    select
      "previous_issue_by_done_at"."priority" as "priority",
      "previous_issue_by_done_at"."is_subtask" as "is_subtask",
      "previous_issue_by_done_at"."label" as "label",
      cast("previous_issue_by_done_at"."created_at" + cast($8 as bigint) * interval '1 month' as date) as "created_at",
      cast(null as bigint) as "m1",
      cast(null as numeric) as "m2",
      cast(null as bigint) as "previous_m1",
      cast("previous_issue_by_done_at"."m2" as numeric) as "previous_m2"
    from "previous_issue_by_done_at"
    where (cast("previous_issue_by_done_at"."created_at" + cast($8 as bigint) * interval '1 month' as date) is null or cast("previous_issue_by_done_at"."created_at" + cast($8 as bigint) * interval '1 month' as date) <= cast($9 as date) or cast(cast($10 as date) + cast($11 as bigint) * interval '1 month' as date) < cast("previous_issue_by_done_at"."created_at" + cast($8 as bigint) * interval '1 month' as date))
  ),
  "answer" as materialized (
    select
      "cells"."priority" as "priority",
      "cells"."is_subtask" as "is_subtask",
      "cells"."label" as "label",
      "cells"."created_at" as "created_at",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2",
      max("cells"."previous_m1") as "previous_m1",
      max("cells"."previous_m2") as "previous_m2"
    from "cells"
    group by 1, 2, 3, 4
  ),
  "measured" as materialized (
    select
      "answer"."priority" as "priority",
      "answer"."is_subtask" as "is_subtask",
      "answer"."label" as "label",
      "answer"."created_at" as "created_at",
      coalesce("answer"."m1", 0) as "m1_value",
      coalesce("answer"."previous_m1", case when (cast(cast($10 as date) + cast($11 as bigint) * interval '1 month' as date) < "answer"."created_at" and "answer"."created_at" <= cast($9 as date)) then null else 0 end) as "m1_previous",
      case when coalesce("answer"."previous_m1", case when (cast(cast($10 as date) + cast($11 as bigint) * interval '1 month' as date) < "answer"."created_at" and "answer"."created_at" <= cast($9 as date)) then null else 0 end) is not null then null when (cast(cast($10 as date) + cast($11 as bigint) * interval '1 month' as date) < "answer"."created_at" and "answer"."created_at" <= cast($9 as date)) then 'not_applicable' else 'no_data' end as "m1_previous_why",
      "answer"."m2" as "m2_value",
      case when "answer"."m2" is not null then null else 'no_data' end as "m2_value_why",
      "answer"."previous_m2" as "m2_previous",
      case when "answer"."previous_m2" is not null then null when (cast(cast($10 as date) + cast($11 as bigint) * interval '1 month' as date) < "answer"."created_at" and "answer"."created_at" <= cast($9 as date)) then 'not_applicable' else 'no_data' end as "m2_previous_why"
    from "answer"
  ),
  "shown" as materialized (
    select
      "measured"."priority" as "priority",
      "measured"."is_subtask" as "is_subtask",
      "measured"."label" as "label",
      "measured"."created_at" as "created_at",
      cast("measured"."m1_value" as bigint) as "m1_value",
      cast("measured"."m1_previous" as bigint) as "m1_previous",
      "measured"."m1_previous_why" as "m1_previous_why",
      cast("measured"."m2_value" as double precision) as "m2_value",
      "measured"."m2_value_why" as "m2_value_why",
      cast("measured"."m2_previous" as double precision) as "m2_previous",
      "measured"."m2_previous_why" as "m2_previous_why",
      cast(("measured"."m1_value" - "measured"."m1_previous") as bigint) as "m1_delta",
      cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
      case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else 'not_applicable' end as "m1_delta_pct_why",
      case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else 'not_applicable' end as "m1_delta_why",
      cast(("measured"."m2_value" - "measured"."m2_previous") as double precision) as "m2_delta",
      cast((cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) as double precision) as "m2_delta_pct",
      case when (cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_pct_why",
      case when ("measured"."m2_value" - "measured"."m2_previous") is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_why"
    from "measured"
  )
select
  "shown"."priority" as "priority",
  "shown"."is_subtask" as "is_subtask",
  "shown"."label" as "label",
  "shown"."created_at" as "created_at",
  "shown"."m1_value" as "m1_value",
  "shown"."m1_previous" as "m1_previous",
  "shown"."m1_delta" as "m1_delta",
  "shown"."m1_delta_pct" as "m1_delta_pct",
  "shown"."m2_value" as "m2_value",
  "shown"."m2_previous" as "m2_previous",
  "shown"."m2_delta" as "m2_delta",
  "shown"."m2_delta_pct" as "m2_delta_pct",
  "shown"."m1_previous_why" as "m1_previous_why",
  "shown"."m1_delta_why" as "m1_delta_why",
  "shown"."m1_delta_pct_why" as "m1_delta_pct_why",
  "shown"."m2_value_why" as "m2_value_why",
  "shown"."m2_previous_why" as "m2_previous_why",
  "shown"."m2_delta_why" as "m2_delta_why",
  "shown"."m2_delta_pct_why" as "m2_delta_pct_why",
  count(*) over () as "total"
from "shown"
where (
  (("shown"."m1_delta_pct" >= cast($12 as double precision) and "shown"."m1_delta_pct" <= cast($13 as double precision)) or "shown"."priority" = any(cast($14 as text[])) or "shown"."label" ilike cast($15 as text) or (cast("shown"."created_at" as timestamp) at time zone cast($1 as text)) >= cast($16 as timestamptz) or "shown"."is_subtask" = cast($17 as boolean))
  and not ((coalesce("shown"."m2_value" > cast($18 as double precision), false) and coalesce("shown"."m2_value" in (cast($19 as double precision), cast($20 as double precision)), false)))
  and "shown"."m1_previous" is distinct from cast($21 as double precision)
  and "shown"."m2_value" is not null
)
order by
  "m2_value" asc nulls last,
  "shown"."priority" collate "C" asc nulls last,
  "shown"."is_subtask" asc nulls last,
  "shown"."label" collate "C" asc nulls last,
  "shown"."created_at" asc nulls last
fetch next cast($22 as bigint) rows only

-- parameters
-- $1 timezone = UTC
-- $2 tenant = acme
-- $3 from = 2026-01-01T00:00Z
-- $4 to = 2026-07-01T00:00Z
-- $5 filter_1 = PAY
-- $6 previous_from = 2025-07-01T00:00Z
-- $7 previous_to = 2026-01-01T00:00Z
-- $8 shift_by_month = 6
-- $9 last_bucket_by_month = 2026-06-01
-- $10 first_bucket_by_month = 2026-01-01
-- $11 previous_months = 5
-- $12 answer_filter_1_low = -10.5
-- $13 answer_filter_1_high = 10.0
-- $14 answer_filter_2 = [High, Low]
-- $15 answer_filter_3 = back%
-- $16 answer_filter_4_from_1 = 2026-02-02T00:00Z
-- $17 answer_filter_5 = false
-- $18 answer_filter_6_low = 3.0
-- $19 answer_filter_7_1 = 1.0
-- $20 answer_filter_7_2 = 2.5
-- $21 answer_filter_8 = 4.0
-- $22 limit = 5
-- columns
-- priority TEXT
-- is_subtask BOOLEAN
-- label TEXT
-- created_at DATE
-- created INTEGER
-- created__previous INTEGER
-- created__delta INTEGER
-- created__delta_pct DECIMAL
-- lead DECIMAL
-- lead__previous DECIMAL
-- lead__delta DECIMAL
-- lead__delta_pct DECIMAL
-- created__previous WHY
-- created__delta WHY
-- created__delta_pct WHY
-- lead WHY
-- lead__previous WHY
-- lead__delta WHY
-- lead__delta_pct WHY
-- total INTEGER
