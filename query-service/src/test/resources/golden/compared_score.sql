with
  "m1_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint"."board_id" as "board_id",
      "sprint"."ended_at" as "ended_at",
      cast((cast(coalesce(sum("sprint_issue"."spilled_points"), 0) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_1",
      cast((cast((coalesce(sum("sprint_issue"."added_points"), 0) + coalesce(sum("sprint_issue"."removed_points"), 0)) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_2",
      cast((cast(abs((coalesce(sum("sprint_issue"."completed_points"), 0) - coalesce(sum("sprint_issue"."planned_points"), 0))) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_3",
      cast(coalesce(sum("sprint_issue"."reopened"), 0) as numeric) as "m1_part_4",
      cast(coalesce(sum("sprint_issue"."total_blocked_hours"), 0) as numeric) as "m1_part_5",
      cast(coalesce(sum("sprint_issue"."bugs_added"), 0) as numeric) as "m1_part_6"
    from "warehouse"."sprints" as "sprint"
      left outer join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($2 as timestamptz)
      and "sprint"."ended_at" < cast($3 as timestamptz)
    )
    group by 1, 2, 3, 4
  ),
  "m1_population" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint"."board_id" as "board_id",
      "sprint"."ended_at" as "ended_at",
      cast((cast(coalesce(sum("sprint_issue"."spilled_points"), 0) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_1",
      cast((cast((coalesce(sum("sprint_issue"."added_points"), 0) + coalesce(sum("sprint_issue"."removed_points"), 0)) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_2",
      cast((cast(abs((coalesce(sum("sprint_issue"."completed_points"), 0) - coalesce(sum("sprint_issue"."planned_points"), 0))) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_3",
      cast(coalesce(sum("sprint_issue"."reopened"), 0) as numeric) as "m1_part_4",
      cast(coalesce(sum("sprint_issue"."total_blocked_hours"), 0) as numeric) as "m1_part_5",
      cast(coalesce(sum("sprint_issue"."bugs_added"), 0) as numeric) as "m1_part_6"
    from "warehouse"."sprints" as "sprint"
      left outer join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."started_at" is not null
      and "sprint"."ended_at" is not null
    )
    group by 1, 2, 3, 4
  ),
  "m1_windows" as materialized (
    select
      "m1_values"."instance_id" as "instance_id",
      "m1_values"."sprint_id" as "sprint_id",
      "m1_population"."m1_part_1" as "m1_part_1",
      "m1_population"."m1_part_2" as "m1_part_2",
      "m1_population"."m1_part_3" as "m1_part_3",
      "m1_population"."m1_part_4" as "m1_part_4",
      "m1_population"."m1_part_5" as "m1_part_5",
      "m1_population"."m1_part_6" as "m1_part_6",
      row_number() over (partition by "m1_values"."instance_id", "m1_values"."sprint_id" order by "m1_population"."ended_at" desc, "m1_population"."sprint_id" collate "C" desc) as "place"
    from "m1_values"
      join "m1_population"
        on (
          "m1_population"."instance_id" = "m1_values"."instance_id"
          and "m1_population"."board_id" = "m1_values"."board_id"
          and ("m1_population"."ended_at", "m1_population"."sprint_id" collate "C") < ("m1_values"."ended_at", "m1_values"."sprint_id" collate "C")
        )
  ),
  "m1_centers" as materialized (
    select
      "m1_windows"."instance_id" as "instance_id",
      "m1_windows"."sprint_id" as "sprint_id",
      count(*) as "population",
      cast(percentile_cont(0.5) within group (order by "m1_windows"."m1_part_1") as numeric) as "center_1",
      cast(percentile_cont(0.5) within group (order by "m1_windows"."m1_part_2") as numeric) as "center_2",
      cast(percentile_cont(0.5) within group (order by "m1_windows"."m1_part_3") as numeric) as "center_3",
      cast(percentile_cont(0.5) within group (order by "m1_windows"."m1_part_4") as numeric) as "center_4",
      cast(percentile_cont(0.5) within group (order by "m1_windows"."m1_part_5") as numeric) as "center_5",
      cast(percentile_cont(0.5) within group (order by "m1_windows"."m1_part_6") as numeric) as "center_6"
    from "m1_windows"
    where "m1_windows"."place" <= 8
    group by 1, 2
  ),
  "m1_baseline" as materialized (
    select
      "m1_centers"."instance_id" as "instance_id",
      "m1_centers"."sprint_id" as "sprint_id",
      "m1_centers"."population" as "population",
      "m1_centers"."center_1" as "center_1",
      "m1_centers"."center_2" as "center_2",
      "m1_centers"."center_3" as "center_3",
      "m1_centers"."center_4" as "center_4",
      "m1_centers"."center_5" as "center_5",
      "m1_centers"."center_6" as "center_6",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m1_windows"."m1_part_1" - "m1_centers"."center_1"))) as numeric)) as "spread_1",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m1_windows"."m1_part_2" - "m1_centers"."center_2"))) as numeric)) as "spread_2",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m1_windows"."m1_part_3" - "m1_centers"."center_3"))) as numeric)) as "spread_3",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m1_windows"."m1_part_4" - "m1_centers"."center_4"))) as numeric)) as "spread_4",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m1_windows"."m1_part_5" - "m1_centers"."center_5"))) as numeric)) as "spread_5",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m1_windows"."m1_part_6" - "m1_centers"."center_6"))) as numeric)) as "spread_6"
    from "m1_windows"
      join "m1_centers"
        on (
          "m1_windows"."instance_id" = "m1_centers"."instance_id"
          and "m1_windows"."sprint_id" = "m1_centers"."sprint_id"
        )
    where "m1_windows"."place" <= 8
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9
  ),
  "m1_weighted" as materialized (
    select
      "m1_baseline"."population" as "population",
      (0.25 * case when "m1_values"."m1_part_1" is null then null when coalesce("m1_baseline"."spread_1", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m1_values"."m1_part_1" - "m1_baseline"."center_1") as numeric) / "m1_baseline"."spread_1"))) end) as "m1_part_1",
      (0.2 * case when "m1_values"."m1_part_2" is null then null when coalesce("m1_baseline"."spread_2", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m1_values"."m1_part_2" - "m1_baseline"."center_2") as numeric) / "m1_baseline"."spread_2"))) end) as "m1_part_2",
      (0.2 * case when "m1_values"."m1_part_3" is null then null when coalesce("m1_baseline"."spread_3", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m1_values"."m1_part_3" - "m1_baseline"."center_3") as numeric) / "m1_baseline"."spread_3"))) end) as "m1_part_3",
      (0.15 * case when "m1_values"."m1_part_4" is null then null when coalesce("m1_baseline"."spread_4", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m1_values"."m1_part_4" - "m1_baseline"."center_4") as numeric) / "m1_baseline"."spread_4"))) end) as "m1_part_4",
      (0.1 * case when "m1_values"."m1_part_5" is null then null when coalesce("m1_baseline"."spread_5", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m1_values"."m1_part_5" - "m1_baseline"."center_5") as numeric) / "m1_baseline"."spread_5"))) end) as "m1_part_5",
      (0.1 * case when "m1_values"."m1_part_6" is null then null when coalesce("m1_baseline"."spread_6", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m1_values"."m1_part_6" - "m1_baseline"."center_6") as numeric) / "m1_baseline"."spread_6"))) end) as "m1_part_6"
    from "m1_values"
      left outer join "m1_baseline"
        on (
          "m1_baseline"."instance_id" = "m1_values"."instance_id"
          and "m1_baseline"."sprint_id" = "m1_values"."sprint_id"
        )
  ),
  "m1_rolled_up" as materialized (
    select
      avg((((((coalesce("m1_weighted"."m1_part_1", 0) + coalesce("m1_weighted"."m1_part_2", 0)) + coalesce("m1_weighted"."m1_part_3", 0)) + coalesce("m1_weighted"."m1_part_4", 0)) + coalesce("m1_weighted"."m1_part_5", 0)) + coalesce("m1_weighted"."m1_part_6", 0))) filter (where "m1_weighted"."population" >= 5) as "m1",
      avg(coalesce("m1_weighted"."m1_part_1", 0)) filter (where "m1_weighted"."population" >= 5) as "m1_part_1",
      avg(coalesce("m1_weighted"."m1_part_2", 0)) filter (where "m1_weighted"."population" >= 5) as "m1_part_2",
      avg(coalesce("m1_weighted"."m1_part_3", 0)) filter (where "m1_weighted"."population" >= 5) as "m1_part_3",
      avg(coalesce("m1_weighted"."m1_part_4", 0)) filter (where "m1_weighted"."population" >= 5) as "m1_part_4",
      avg(coalesce("m1_weighted"."m1_part_5", 0)) filter (where "m1_weighted"."population" >= 5) as "m1_part_5",
      avg(coalesce("m1_weighted"."m1_part_6", 0)) filter (where "m1_weighted"."population" >= 5) as "m1_part_6",
      count(*) as "m1_found"
    from "m1_weighted"
  ),
  "previous_m1_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint"."board_id" as "board_id",
      "sprint"."ended_at" as "ended_at",
      cast((cast(coalesce(sum("sprint_issue"."spilled_points"), 0) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_1",
      cast((cast((coalesce(sum("sprint_issue"."added_points"), 0) + coalesce(sum("sprint_issue"."removed_points"), 0)) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_2",
      cast((cast(abs((coalesce(sum("sprint_issue"."completed_points"), 0) - coalesce(sum("sprint_issue"."planned_points"), 0))) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m1_part_3",
      cast(coalesce(sum("sprint_issue"."reopened"), 0) as numeric) as "m1_part_4",
      cast(coalesce(sum("sprint_issue"."total_blocked_hours"), 0) as numeric) as "m1_part_5",
      cast(coalesce(sum("sprint_issue"."bugs_added"), 0) as numeric) as "m1_part_6"
    from "warehouse"."sprints" as "sprint"
      left outer join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($4 as timestamptz)
      and "sprint"."ended_at" < cast($5 as timestamptz)
    )
    group by 1, 2, 3, 4
  ),
  "previous_m1_windows" as materialized (
    select
      "previous_m1_values"."instance_id" as "instance_id",
      "previous_m1_values"."sprint_id" as "sprint_id",
      "m1_population"."m1_part_1" as "m1_part_1",
      "m1_population"."m1_part_2" as "m1_part_2",
      "m1_population"."m1_part_3" as "m1_part_3",
      "m1_population"."m1_part_4" as "m1_part_4",
      "m1_population"."m1_part_5" as "m1_part_5",
      "m1_population"."m1_part_6" as "m1_part_6",
      row_number() over (partition by "previous_m1_values"."instance_id", "previous_m1_values"."sprint_id" order by "m1_population"."ended_at" desc, "m1_population"."sprint_id" collate "C" desc) as "place"
    from "previous_m1_values"
      join "m1_population"
        on (
          "m1_population"."instance_id" = "previous_m1_values"."instance_id"
          and "m1_population"."board_id" = "previous_m1_values"."board_id"
          and ("m1_population"."ended_at", "m1_population"."sprint_id" collate "C") < ("previous_m1_values"."ended_at", "previous_m1_values"."sprint_id" collate "C")
        )
  ),
  "previous_m1_centers" as materialized (
    select
      "previous_m1_windows"."instance_id" as "instance_id",
      "previous_m1_windows"."sprint_id" as "sprint_id",
      count(*) as "population",
      cast(percentile_cont(0.5) within group (order by "previous_m1_windows"."m1_part_1") as numeric) as "center_1",
      cast(percentile_cont(0.5) within group (order by "previous_m1_windows"."m1_part_2") as numeric) as "center_2",
      cast(percentile_cont(0.5) within group (order by "previous_m1_windows"."m1_part_3") as numeric) as "center_3",
      cast(percentile_cont(0.5) within group (order by "previous_m1_windows"."m1_part_4") as numeric) as "center_4",
      cast(percentile_cont(0.5) within group (order by "previous_m1_windows"."m1_part_5") as numeric) as "center_5",
      cast(percentile_cont(0.5) within group (order by "previous_m1_windows"."m1_part_6") as numeric) as "center_6"
    from "previous_m1_windows"
    where "previous_m1_windows"."place" <= 8
    group by 1, 2
  ),
  "previous_m1_baseline" as materialized (
    select
      "previous_m1_centers"."instance_id" as "instance_id",
      "previous_m1_centers"."sprint_id" as "sprint_id",
      "previous_m1_centers"."population" as "population",
      "previous_m1_centers"."center_1" as "center_1",
      "previous_m1_centers"."center_2" as "center_2",
      "previous_m1_centers"."center_3" as "center_3",
      "previous_m1_centers"."center_4" as "center_4",
      "previous_m1_centers"."center_5" as "center_5",
      "previous_m1_centers"."center_6" as "center_6",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("previous_m1_windows"."m1_part_1" - "previous_m1_centers"."center_1"))) as numeric)) as "spread_1",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("previous_m1_windows"."m1_part_2" - "previous_m1_centers"."center_2"))) as numeric)) as "spread_2",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("previous_m1_windows"."m1_part_3" - "previous_m1_centers"."center_3"))) as numeric)) as "spread_3",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("previous_m1_windows"."m1_part_4" - "previous_m1_centers"."center_4"))) as numeric)) as "spread_4",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("previous_m1_windows"."m1_part_5" - "previous_m1_centers"."center_5"))) as numeric)) as "spread_5",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("previous_m1_windows"."m1_part_6" - "previous_m1_centers"."center_6"))) as numeric)) as "spread_6"
    from "previous_m1_windows"
      join "previous_m1_centers"
        on (
          "previous_m1_windows"."instance_id" = "previous_m1_centers"."instance_id"
          and "previous_m1_windows"."sprint_id" = "previous_m1_centers"."sprint_id"
        )
    where "previous_m1_windows"."place" <= 8
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9
  ),
  "previous_m1_weighted" as materialized (
    select
      "previous_m1_baseline"."population" as "population",
      (0.25 * case when "previous_m1_values"."m1_part_1" is null then null when coalesce("previous_m1_baseline"."spread_1", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("previous_m1_values"."m1_part_1" - "previous_m1_baseline"."center_1") as numeric) / "previous_m1_baseline"."spread_1"))) end) as "m1_part_1",
      (0.2 * case when "previous_m1_values"."m1_part_2" is null then null when coalesce("previous_m1_baseline"."spread_2", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("previous_m1_values"."m1_part_2" - "previous_m1_baseline"."center_2") as numeric) / "previous_m1_baseline"."spread_2"))) end) as "m1_part_2",
      (0.2 * case when "previous_m1_values"."m1_part_3" is null then null when coalesce("previous_m1_baseline"."spread_3", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("previous_m1_values"."m1_part_3" - "previous_m1_baseline"."center_3") as numeric) / "previous_m1_baseline"."spread_3"))) end) as "m1_part_3",
      (0.15 * case when "previous_m1_values"."m1_part_4" is null then null when coalesce("previous_m1_baseline"."spread_4", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("previous_m1_values"."m1_part_4" - "previous_m1_baseline"."center_4") as numeric) / "previous_m1_baseline"."spread_4"))) end) as "m1_part_4",
      (0.1 * case when "previous_m1_values"."m1_part_5" is null then null when coalesce("previous_m1_baseline"."spread_5", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("previous_m1_values"."m1_part_5" - "previous_m1_baseline"."center_5") as numeric) / "previous_m1_baseline"."spread_5"))) end) as "m1_part_5",
      (0.1 * case when "previous_m1_values"."m1_part_6" is null then null when coalesce("previous_m1_baseline"."spread_6", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("previous_m1_values"."m1_part_6" - "previous_m1_baseline"."center_6") as numeric) / "previous_m1_baseline"."spread_6"))) end) as "m1_part_6"
    from "previous_m1_values"
      left outer join "previous_m1_baseline"
        on (
          "previous_m1_baseline"."instance_id" = "previous_m1_values"."instance_id"
          and "previous_m1_baseline"."sprint_id" = "previous_m1_values"."sprint_id"
        )
  ),
  "previous_m1_rolled_up" as materialized (
    select
      avg((((((coalesce("previous_m1_weighted"."m1_part_1", 0) + coalesce("previous_m1_weighted"."m1_part_2", 0)) + coalesce("previous_m1_weighted"."m1_part_3", 0)) + coalesce("previous_m1_weighted"."m1_part_4", 0)) + coalesce("previous_m1_weighted"."m1_part_5", 0)) + coalesce("previous_m1_weighted"."m1_part_6", 0))) filter (where "previous_m1_weighted"."population" >= 5) as "m1",
      avg(coalesce("previous_m1_weighted"."m1_part_1", 0)) filter (where "previous_m1_weighted"."population" >= 5) as "m1_part_1",
      avg(coalesce("previous_m1_weighted"."m1_part_2", 0)) filter (where "previous_m1_weighted"."population" >= 5) as "m1_part_2",
      avg(coalesce("previous_m1_weighted"."m1_part_3", 0)) filter (where "previous_m1_weighted"."population" >= 5) as "m1_part_3",
      avg(coalesce("previous_m1_weighted"."m1_part_4", 0)) filter (where "previous_m1_weighted"."population" >= 5) as "m1_part_4",
      avg(coalesce("previous_m1_weighted"."m1_part_5", 0)) filter (where "previous_m1_weighted"."population" >= 5) as "m1_part_5",
      avg(coalesce("previous_m1_weighted"."m1_part_6", 0)) filter (where "previous_m1_weighted"."population" >= 5) as "m1_part_6",
      count(*) as "m1_found"
    from "previous_m1_weighted"
  ),
  "cells" as materialized (
    select
      cast("m1_rolled_up"."m1" as numeric) as "m1",
      cast("m1_rolled_up"."m1_part_1" as numeric) as "m1_part_1",
      cast("m1_rolled_up"."m1_part_2" as numeric) as "m1_part_2",
      cast("m1_rolled_up"."m1_part_3" as numeric) as "m1_part_3",
      cast("m1_rolled_up"."m1_part_4" as numeric) as "m1_part_4",
      cast("m1_rolled_up"."m1_part_5" as numeric) as "m1_part_5",
      cast("m1_rolled_up"."m1_part_6" as numeric) as "m1_part_6",
      cast("m1_rolled_up"."m1_found" as bigint) as "m1_found",
      cast(null as numeric) as "previous_m1",
      cast(null as bigint) as "previous_m1_found"
    from "m1_rolled_up"
    union all
    select
      cast(null as numeric) as "m1",
      cast(null as numeric) as "m1_part_1",
      cast(null as numeric) as "m1_part_2",
      cast(null as numeric) as "m1_part_3",
      cast(null as numeric) as "m1_part_4",
      cast(null as numeric) as "m1_part_5",
      cast(null as numeric) as "m1_part_6",
      cast(null as bigint) as "m1_found",
      cast("previous_m1_rolled_up"."m1" as numeric) as "previous_m1",
      cast("previous_m1_rolled_up"."m1_found" as bigint) as "previous_m1_found"
    from "previous_m1_rolled_up"
  ),
  "answer" as materialized (
    select
      max("cells"."m1") as "m1",
      max("cells"."m1_part_1") as "m1_part_1",
      max("cells"."m1_part_2") as "m1_part_2",
      max("cells"."m1_part_3") as "m1_part_3",
      max("cells"."m1_part_4") as "m1_part_4",
      max("cells"."m1_part_5") as "m1_part_5",
      max("cells"."m1_part_6") as "m1_part_6",
      max("cells"."m1_found") as "m1_found",
      max("cells"."previous_m1") as "previous_m1",
      max("cells"."previous_m1_found") as "previous_m1_found"
    from "cells"
  ),
  "measured" as materialized (
    select
      "answer"."m1" as "m1_value",
      case when "answer"."m1" is not null then null when coalesce("answer"."m1_found", 0) > 0 then 'insufficient_n' else 'no_data' end as "m1_value_why",
      "answer"."previous_m1" as "m1_previous",
      case when "answer"."previous_m1" is not null then null when coalesce("answer"."previous_m1_found", 0) > 0 then 'insufficient_n' else 'no_data' end as "m1_previous_why",
      case when "answer"."m1" is not null then json_build_object('spillover_ratio', cast("answer"."m1_part_1" as double precision), 'scope_churn_ratio', cast("answer"."m1_part_2" as double precision), 'accuracy_abs', cast("answer"."m1_part_3" as double precision), 'reopened_issues', cast("answer"."m1_part_4" as double precision), 'blocked_hours', cast("answer"."m1_part_5" as double precision), 'bugs_added', cast("answer"."m1_part_6" as double precision)) end as "m1_parts"
    from "answer"
  )
select
  cast("measured"."m1_value" as double precision) as "m1_value",
  "measured"."m1_parts" as "m1_parts",
  cast("measured"."m1_previous" as double precision) as "m1_previous",
  cast(("measured"."m1_value" - "measured"."m1_previous") as double precision) as "m1_delta",
  cast((cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) as double precision) as "m1_delta_pct",
  "measured"."m1_value_why" as "m1_value_why",
  "measured"."m1_previous_why" as "m1_previous_why",
  case when ("measured"."m1_value" - "measured"."m1_previous") is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_why",
  case when (cast((100 * ("measured"."m1_value" - "measured"."m1_previous")) as numeric) / nullif("measured"."m1_previous", 0)) is not null then null else coalesce("measured"."m1_value_why", 'not_applicable') end as "m1_delta_pct_why",
  count(*) over () as "total"
from "measured"
order by "m1_value" desc nulls last
fetch next cast($6 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 previous_from = 2025-01-01T00:00Z
-- $5 previous_to = 2025-07-01T00:00Z
-- $6 limit = 1000
-- columns
-- score DECIMAL
-- score__parts PARTS
-- score__previous DECIMAL
-- score__delta DECIMAL
-- score__delta_pct DECIMAL
-- score WHY
-- score__previous WHY
-- score__delta WHY
-- score__delta_pct WHY
-- total INTEGER
