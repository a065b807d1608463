with
  "issue_by_created_at" as materialized (
    select
      "issue"."priority" as "priority",
      count(*) filter (where "issue"."is_bug") as "m1",
      count(*) filter (where "issue"."is_escaped") as "m2"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."created_at" >= cast($2 as timestamptz)
      and "issue"."created_at" < cast($3 as timestamptz)
      and ("issue"."is_bug" or "issue"."is_escaped")
    )
    group by 1
  ),
  "issue_by_done_at" as materialized (
    select
      "issue"."priority" as "priority",
      count(*) filter (where "issue"."done_at" is not null) as "m3",
      percentile_cont(0.5) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."created_at") / 86400.0)) filter (where "issue"."done_at" is not null) as "m4",
      avg((extract(epoch from ("issue"."done_at" - "issue"."first_in_progress_at")) / 86400)) filter (where ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null)) as "m5"
    from "warehouse"."issues" as "issue"
    where (
      "issue"."tenant_id" = cast($1 as text)
      and "issue"."done_at" >= cast($2 as timestamptz)
      and "issue"."done_at" < cast($3 as timestamptz)
      and ("issue"."done_at" is not null or ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null))
    )
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."priority" as "priority",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast("issue_by_created_at"."m2" as bigint) as "m2",
      cast(null as bigint) as "m3",
      cast(null as double precision) as "m4",
      cast(null as numeric) as "m5"
    from "issue_by_created_at"
    union all
    select
      "issue_by_done_at"."priority" as "priority",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m2",
      cast("issue_by_done_at"."m3" as bigint) as "m3",
      cast("issue_by_done_at"."m4" as double precision) as "m4",
      cast("issue_by_done_at"."m5" as numeric) as "m5"
    from "issue_by_done_at"
  ),
  "answer" as materialized (
    select
      "cells"."priority" as "priority",
      max("cells"."m1") as "m1",
      max("cells"."m2") as "m2",
      max("cells"."m3") as "m3",
      max("cells"."m4") as "m4",
      max("cells"."m5") as "m5"
    from "cells"
    group by 1
  )
select
  "answer"."priority" as "priority",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  cast(coalesce("answer"."m2", 0) as bigint) as "m2_value",
  cast(coalesce("answer"."m3", 0) as bigint) as "m3_value",
  cast("answer"."m4" as double precision) as "m4_value",
  cast("answer"."m5" as double precision) as "m5_value",
  case when "answer"."m4" is not null then null else 'no_data' end as "m4_value_why",
  case when "answer"."m5" is not null then null else 'no_data' end as "m5_value_why",
  count(*) over () as "total"
from "answer"
order by
  "m1_value" desc nulls last,
  "answer"."priority" collate "C" asc nulls last
fetch next cast($4 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 limit = 1000
-- columns
-- priority TEXT
-- bug_count INTEGER
-- escaped_defects INTEGER
-- closed INTEGER
-- lead_time_p50 DECIMAL
-- cycle_time DECIMAL
-- lead_time_p50 WHY
-- cycle_time WHY
-- total INTEGER
