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
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
    )
    group by 1
  ),
  "issue_by_done_at" as materialized (
    select
      "each_label"."value" as "label",
      percentile_cont(0.9) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."created_at") / 86400.0)) as "m2",
      count((extract(epoch from ("issue"."done_at" - "issue"."created_at")) / 86400)) as "m2_n"
    from "warehouse"."issues" as "issue"
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "previous_issue_by_created_at" as materialized (
    select
      "each_label"."value" as "label",
      count(*) as "m1"
    from "warehouse"."issues" as "issue"
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($4 as timestamptz)
      and "issue"."created_at" < cast($5 as timestamptz)
    )
    group by 1
  ),
  "previous_issue_by_done_at" as materialized (
    select
      "each_label"."value" as "label",
      percentile_cont(0.9) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."created_at") / 86400.0)) as "m2",
      count((extract(epoch from ("issue"."done_at" - "issue"."created_at")) / 86400)) as "m2_n"
    from "warehouse"."issues" as "issue"
      left outer join lateral (select distinct item.value from unnest("issue"."labels") as item(value)) as "each_label"
        on true
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($4 as timestamptz)
      and "issue"."done_at" < cast($5 as timestamptz)
      and "issue"."done_at" is not null
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."label" as "label",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "previous_m1",
      cast(null as double precision) as "previous_m2",
      cast(null as bigint) as "previous_m2_n"
    from "issue_by_created_at"
    union all
    select
      "issue_by_done_at"."label" as "label",
      cast(null as bigint) as "m1",
      cast("issue_by_done_at"."m2" as double precision) as "m2",
      cast("issue_by_done_at"."m2_n" as bigint) as "m2_n",
      cast(null as bigint) as "previous_m1",
      cast(null as double precision) as "previous_m2",
      cast(null as bigint) as "previous_m2_n"
    from "issue_by_done_at"
    union all
    select
      "previous_issue_by_created_at"."label" as "label",
      cast(null as bigint) as "m1",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m2_n",
      cast("previous_issue_by_created_at"."m1" as bigint) as "previous_m1",
      cast(null as double precision) as "previous_m2",
      cast(null as bigint) as "previous_m2_n"
    from "previous_issue_by_created_at"
    union all
    select
      "previous_issue_by_done_at"."label" as "label",
      cast(null as bigint) as "m1",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "previous_m1",
      cast("previous_issue_by_done_at"."m2" as double precision) as "previous_m2",
      cast("previous_issue_by_done_at"."m2_n" as bigint) as "previous_m2_n"
    from "previous_issue_by_done_at"
  ),
  "answer" as materialized (
    select
      "cells"."label" as "label",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2",
      max("cells"."m2_n") as "m2_n",
      max("cells"."previous_m1") as "previous_m1",
      max("cells"."previous_m2") as "previous_m2",
      max("cells"."previous_m2_n") as "previous_m2_n"
    from "cells"
    group by 1
  ),
  "measured" as materialized (
    select
      "answer"."label" as "label",
      case when coalesce("answer"."m1", 0) >= cast($6 as bigint) then coalesce("answer"."m1", 0) end as "m1_value",
      case when case when coalesce("answer"."m1", 0) >= cast($6 as bigint) then coalesce("answer"."m1", 0) end is not null then null when coalesce("answer"."m1", 0) > 0 then 'insufficient_n' else 'no_data' end as "m1_value_why",
      case when coalesce("answer"."previous_m1", 0) >= cast($6 as bigint) then coalesce("answer"."previous_m1", 0) end as "m1_previous",
      case when case when coalesce("answer"."previous_m1", 0) >= cast($6 as bigint) then coalesce("answer"."previous_m1", 0) end is not null then null when coalesce("answer"."previous_m1", 0) > 0 then 'insufficient_n' else 'no_data' end as "m1_previous_why",
      case when coalesce("answer"."m2_n", 0) >= cast($7 as bigint) then "answer"."m2" end as "m2_value",
      case when case when coalesce("answer"."m2_n", 0) >= cast($7 as bigint) then "answer"."m2" end is not null then null when coalesce("answer"."m2_n", 0) > 0 then case when "answer"."m2" is not null then 'insufficient_n' else 'no_data' end else 'no_data' end as "m2_value_why",
      case when coalesce("answer"."previous_m2_n", 0) >= cast($7 as bigint) then "answer"."previous_m2" end as "m2_previous",
      case when case when coalesce("answer"."previous_m2_n", 0) >= cast($7 as bigint) then "answer"."previous_m2" end is not null then null when coalesce("answer"."previous_m2_n", 0) > 0 then case when "answer"."previous_m2" is not null then 'insufficient_n' else 'no_data' end else 'no_data' end as "m2_previous_why",
      coalesce("answer"."m2_n", 0) as "m2_n"
    from "answer"
  ),
  "shown" as materialized (
    select
      "measured"."label" as "label",
      cast("measured"."m1_value" as bigint) as "m1_value",
      "measured"."m1_value_why" as "m1_value_why",
      cast("measured"."m1_previous" as bigint) as "m1_previous",
      "measured"."m1_previous_why" as "m1_previous_why",
      cast("measured"."m2_value" as double precision) as "m2_value",
      "measured"."m2_value_why" as "m2_value_why",
      cast("measured"."m2_previous" as double precision) as "m2_previous",
      "measured"."m2_previous_why" as "m2_previous_why",
      cast("measured"."m2_n" as bigint) as "m2_n",
      cast(("measured"."m1_value" - "measured"."m1_previous") as bigint) as "m1_delta",
      cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
      case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_pct_why",
      case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_why",
      cast(("measured"."m2_value" - "measured"."m2_previous") as double precision) as "m2_delta",
      cast((cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) as double precision) as "m2_delta_pct",
      case when (cast((100 * ("measured"."m2_value" - "measured"."m2_previous")) as numeric) / nullif("measured"."m2_previous", 0)) is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_pct_why",
      case when ("measured"."m2_value" - "measured"."m2_previous") is not null then null else coalesce("measured"."m2_value_why", 'not_applicable') end as "m2_delta_why"
    from "measured"
  )
select
  "shown"."label" as "label",
  "shown"."m1_value" as "m1_value",
  "shown"."m1_previous" as "m1_previous",
  "shown"."m1_delta" as "m1_delta",
  "shown"."m1_delta_pct" as "m1_delta_pct",
  "shown"."m2_value" as "m2_value",
  "shown"."m2_previous" as "m2_previous",
  "shown"."m2_delta" as "m2_delta",
  "shown"."m2_delta_pct" as "m2_delta_pct",
  "shown"."m2_n" as "m2_n",
  "shown"."m1_value_why" as "m1_value_why",
  "shown"."m1_previous_why" as "m1_previous_why",
  "shown"."m1_delta_why" as "m1_delta_why",
  "shown"."m1_delta_pct_why" as "m1_delta_pct_why",
  "shown"."m2_value_why" as "m2_value_why",
  "shown"."m2_previous_why" as "m2_previous_why",
  "shown"."m2_delta_why" as "m2_delta_why",
  "shown"."m2_delta_pct_why" as "m2_delta_pct_why",
  count(*) over () as "total"
from "shown"
where "shown"."m2_n" < cast($8 as double precision)
order by
  "m2_n" desc nulls last,
  "shown"."label" collate "C" asc nulls last
fetch next cast($9 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 previous_from = 2025-01-01T00:00Z
-- $5 previous_to = 2025-07-01T00:00Z
-- $6 m1_min_n = 5
-- $7 m2_min_n = 30
-- $8 answer_filter_1_high = 60.0
-- $9 limit = 1000
-- columns
-- label TEXT
-- created INTEGER
-- created__previous INTEGER
-- created__delta INTEGER
-- created__delta_pct DECIMAL
-- lead DECIMAL
-- lead__previous DECIMAL
-- lead__delta DECIMAL
-- lead__delta_pct DECIMAL
-- lead__n INTEGER
-- created WHY
-- created__previous WHY
-- created__delta WHY
-- created__delta_pct WHY
-- lead WHY
-- lead__previous WHY
-- lead__delta WHY
-- lead__delta_pct WHY
-- total INTEGER
