with
  "issue_by_created_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(*) as "m1",
      count(*) as "m6_under"
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
  "issue_by_done_at" as materialized (
    select
      "project"."project_key" as "project_key",
      percentile_cont(0.5) within group (order by (date_part('epoch', "issue"."done_at" - "issue"."first_in_progress_at") / 86400.0)) filter (where ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null)) as "m2",
      count(*) filter (where "issue"."done_at" is not null) as "m6_over",
      count((extract(epoch from ("issue"."done_at" - "issue"."first_in_progress_at")) / 86400)) filter (where ("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null)) as "m2_n"
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
      and (("issue"."done_at" is not null and "issue"."first_in_progress_at" is not null) or "issue"."done_at" is not null)
    )
    group by 1
  ),
  "transition_by_at" as materialized (
    select
      "project"."project_key" as "project_key",
      count(distinct ("transition"."instance_id", "transition"."issue_id")) as "m3",
      count(("transition"."instance_id", "transition"."issue_id")) as "m3_n"
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
      and "transition"."leaves_done"
    )
    group by 1
  ),
  "sprint_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m4",
      coalesce(sum("sprint_issue"."completed_points"), 0) as "m4_n"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "sprint_issue"."instance_id"
          and "project"."project_id" = "sprint_issue"."project_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($2 as timestamptz)
      and "sprint"."ended_at" < cast($3 as timestamptz)
    )
    group by 1, 2, 3, 4
  ),
  "sprints_rolled_up" as materialized (
    select
      "sprint_values"."project_key" as "project_key",
      avg("sprint_values"."m4") as "m4",
      count("sprint_values"."m4_n") as "m4_n"
    from "sprint_values"
    group by 1
  ),
  "days" as materialized (
    select least((cast(cast("calendar"."day" + 1 * interval '1 day' as date) as timestamp) at time zone cast($4 as text)), cast($5 as timestamptz)) as "at"
    from lateral (select cast(series.day as date) as day from generate_series(cast(cast($6 as date) as timestamp), cast(cast($7 as date) as timestamp), interval '1 day') as series(day)) as "calendar"
  ),
  "day_counts" as materialized (
    select count(*) as "days"
    from "days"
  ),
  "states_by_day" as materialized (
    select
      "project"."project_key" as "project_key",
      "days"."at" as "at",
      count(*) as "m5"
    from "warehouse"."issue_states" as "issue_state"
      join "days"
        on (
          "issue_state"."from_at" < "days"."at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "days"."at")
        )
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
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2
  ),
  "states_rolled_up" as materialized (
    select
      "states_by_day"."project_key" as "project_key",
      (cast(coalesce(sum("states_by_day"."m5"), 0) as numeric) / nullif(max("day_counts"."days"), 0)) as "m5"
    from "day_counts"
      join "states_by_day"
        on true
    group by 1
  ),
  "issues_by_day" as materialized (
    select
      "project"."project_key" as "project_key",
      "issue_state"."instance_id" as "state_instance_id",
      "issue_state"."issue_id" as "state_issue_id",
      count(*) as "m5_n"
    from "warehouse"."issue_states" as "issue_state"
      join "days"
        on (
          "issue_state"."from_at" < "days"."at"
          and ("issue_state"."to_at" is null or "issue_state"."to_at" >= "days"."at")
        )
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
      and "issue_state"."status_category" = 'in_progress'
    )
    group by 1, 2, 3
  ),
  "issues_counted" as materialized (
    select
      "issues_by_day"."project_key" as "project_key",
      count(distinct ("issues_by_day"."state_instance_id", "issues_by_day"."state_issue_id")) filter (where 0 < "issues_by_day"."m5_n") as "m5_n"
    from "day_counts"
      join "issues_by_day"
        on true
    group by 1
  ),
  "m7_values" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint_issue"."project_id" as "project_id",
      "project"."project_key" as "project_key",
      "sprint"."board_id" as "board_id",
      "sprint"."ended_at" as "ended_at",
      cast((cast(coalesce(sum("sprint_issue"."spilled_points"), 0) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m7_part_1",
      cast((cast((coalesce(sum("sprint_issue"."added_points"), 0) + coalesce(sum("sprint_issue"."removed_points"), 0)) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m7_part_2",
      cast((cast(abs((coalesce(sum("sprint_issue"."completed_points"), 0) - coalesce(sum("sprint_issue"."planned_points"), 0))) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m7_part_3",
      cast(coalesce(sum("sprint_issue"."reopened"), 0) as numeric) as "m7_part_4",
      cast(coalesce(sum("sprint_issue"."total_blocked_hours"), 0) as numeric) as "m7_part_5",
      cast(coalesce(sum("sprint_issue"."bugs_added"), 0) as numeric) as "m7_part_6"
    from "warehouse"."sprints" as "sprint"
      join "warehouse"."sprint_totals" as "sprint_issue"
        on (
          "sprint_issue"."tenant_id" = cast($1 as text)
          and "sprint_issue"."instance_id" = "sprint"."instance_id"
          and "sprint_issue"."sprint_id" = "sprint"."sprint_id"
        )
      left outer join "warehouse"."projects" as "project"
        on (
          "project"."tenant_id" = cast($1 as text)
          and "project"."instance_id" = "sprint_issue"."instance_id"
          and "project"."project_id" = "sprint_issue"."project_id"
        )
    where (
      "sprint"."tenant_id" = cast($1 as text)
      and "sprint"."state" = 'closed'
      and "sprint"."ended_at" >= cast($2 as timestamptz)
      and "sprint"."ended_at" < cast($3 as timestamptz)
    )
    group by
      1,
      2,
      3,
      4,
      5,
      6
  ),
  "m7_population" as materialized (
    select
      "sprint"."instance_id" as "instance_id",
      "sprint"."sprint_id" as "sprint_id",
      "sprint"."board_id" as "board_id",
      "sprint"."ended_at" as "ended_at",
      cast((cast(coalesce(sum("sprint_issue"."spilled_points"), 0) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m7_part_1",
      cast((cast((coalesce(sum("sprint_issue"."added_points"), 0) + coalesce(sum("sprint_issue"."removed_points"), 0)) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m7_part_2",
      cast((cast(abs((coalesce(sum("sprint_issue"."completed_points"), 0) - coalesce(sum("sprint_issue"."planned_points"), 0))) as numeric) / nullif(coalesce(sum("sprint_issue"."planned_points"), 0), 0)) as numeric) as "m7_part_3",
      cast(coalesce(sum("sprint_issue"."reopened"), 0) as numeric) as "m7_part_4",
      cast(coalesce(sum("sprint_issue"."total_blocked_hours"), 0) as numeric) as "m7_part_5",
      cast(coalesce(sum("sprint_issue"."bugs_added"), 0) as numeric) as "m7_part_6"
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
  "m7_windows" as materialized (
    select
      "m7_values"."instance_id" as "instance_id",
      "m7_values"."sprint_id" as "sprint_id",
      "m7_values"."project_id" as "project_id",
      "m7_population"."m7_part_1" as "m7_part_1",
      "m7_population"."m7_part_2" as "m7_part_2",
      "m7_population"."m7_part_3" as "m7_part_3",
      "m7_population"."m7_part_4" as "m7_part_4",
      "m7_population"."m7_part_5" as "m7_part_5",
      "m7_population"."m7_part_6" as "m7_part_6",
      row_number() over (partition by "m7_values"."instance_id", "m7_values"."sprint_id", "m7_values"."project_id" order by "m7_population"."ended_at" desc, "m7_population"."sprint_id" collate "C" desc) as "place"
    from "m7_values"
      join "m7_population"
        on (
          "m7_population"."instance_id" = "m7_values"."instance_id"
          and "m7_population"."board_id" = "m7_values"."board_id"
          and ("m7_population"."ended_at", "m7_population"."sprint_id" collate "C") < ("m7_values"."ended_at", "m7_values"."sprint_id" collate "C")
        )
  ),
  "m7_centers" as materialized (
    select
      "m7_windows"."instance_id" as "instance_id",
      "m7_windows"."sprint_id" as "sprint_id",
      "m7_windows"."project_id" as "project_id",
      count(*) as "population",
      cast(percentile_cont(0.5) within group (order by "m7_windows"."m7_part_1") as numeric) as "center_1",
      cast(percentile_cont(0.5) within group (order by "m7_windows"."m7_part_2") as numeric) as "center_2",
      cast(percentile_cont(0.5) within group (order by "m7_windows"."m7_part_3") as numeric) as "center_3",
      cast(percentile_cont(0.5) within group (order by "m7_windows"."m7_part_4") as numeric) as "center_4",
      cast(percentile_cont(0.5) within group (order by "m7_windows"."m7_part_5") as numeric) as "center_5",
      cast(percentile_cont(0.5) within group (order by "m7_windows"."m7_part_6") as numeric) as "center_6"
    from "m7_windows"
    where "m7_windows"."place" <= 8
    group by 1, 2, 3
  ),
  "m7_baseline" as materialized (
    select
      "m7_centers"."instance_id" as "instance_id",
      "m7_centers"."sprint_id" as "sprint_id",
      "m7_centers"."project_id" as "project_id",
      "m7_centers"."population" as "population",
      "m7_centers"."center_1" as "center_1",
      "m7_centers"."center_2" as "center_2",
      "m7_centers"."center_3" as "center_3",
      "m7_centers"."center_4" as "center_4",
      "m7_centers"."center_5" as "center_5",
      "m7_centers"."center_6" as "center_6",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m7_windows"."m7_part_1" - "m7_centers"."center_1"))) as numeric)) as "spread_1",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m7_windows"."m7_part_2" - "m7_centers"."center_2"))) as numeric)) as "spread_2",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m7_windows"."m7_part_3" - "m7_centers"."center_3"))) as numeric)) as "spread_3",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m7_windows"."m7_part_4" - "m7_centers"."center_4"))) as numeric)) as "spread_4",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m7_windows"."m7_part_5" - "m7_centers"."center_5"))) as numeric)) as "spread_5",
      (1.4826 * cast(percentile_cont(0.5) within group (order by abs(("m7_windows"."m7_part_6" - "m7_centers"."center_6"))) as numeric)) as "spread_6"
    from "m7_windows"
      join "m7_centers"
        on (
          "m7_windows"."instance_id" = "m7_centers"."instance_id"
          and "m7_windows"."sprint_id" = "m7_centers"."sprint_id"
          and "m7_windows"."project_id" = "m7_centers"."project_id"
        )
    where "m7_windows"."place" <= 8
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
      10
  ),
  "m7_weighted" as materialized (
    select
      "m7_values"."project_key" as "project_key",
      "m7_baseline"."population" as "population",
      (0.25 * case when "m7_values"."m7_part_1" is null then null when coalesce("m7_baseline"."spread_1", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m7_values"."m7_part_1" - "m7_baseline"."center_1") as numeric) / "m7_baseline"."spread_1"))) end) as "m7_part_1",
      (0.2 * case when "m7_values"."m7_part_2" is null then null when coalesce("m7_baseline"."spread_2", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m7_values"."m7_part_2" - "m7_baseline"."center_2") as numeric) / "m7_baseline"."spread_2"))) end) as "m7_part_2",
      (0.2 * case when "m7_values"."m7_part_3" is null then null when coalesce("m7_baseline"."spread_3", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m7_values"."m7_part_3" - "m7_baseline"."center_3") as numeric) / "m7_baseline"."spread_3"))) end) as "m7_part_3",
      (0.15 * case when "m7_values"."m7_part_4" is null then null when coalesce("m7_baseline"."spread_4", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m7_values"."m7_part_4" - "m7_baseline"."center_4") as numeric) / "m7_baseline"."spread_4"))) end) as "m7_part_4",
      (0.1 * case when "m7_values"."m7_part_5" is null then null when coalesce("m7_baseline"."spread_5", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m7_values"."m7_part_5" - "m7_baseline"."center_5") as numeric) / "m7_baseline"."spread_5"))) end) as "m7_part_5",
      (0.1 * case when "m7_values"."m7_part_6" is null then null when coalesce("m7_baseline"."spread_6", 0) = 0 then 0 else greatest(-3.0, least(3.0, (cast(("m7_values"."m7_part_6" - "m7_baseline"."center_6") as numeric) / "m7_baseline"."spread_6"))) end) as "m7_part_6"
    from "m7_values"
      left outer join "m7_baseline"
        on (
          "m7_baseline"."instance_id" = "m7_values"."instance_id"
          and "m7_baseline"."sprint_id" = "m7_values"."sprint_id"
          and "m7_baseline"."project_id" = "m7_values"."project_id"
        )
  ),
  "m7_rolled_up" as materialized (
    select
      "m7_weighted"."project_key" as "project_key",
      avg((((((coalesce("m7_weighted"."m7_part_1", 0) + coalesce("m7_weighted"."m7_part_2", 0)) + coalesce("m7_weighted"."m7_part_3", 0)) + coalesce("m7_weighted"."m7_part_4", 0)) + coalesce("m7_weighted"."m7_part_5", 0)) + coalesce("m7_weighted"."m7_part_6", 0))) filter (where "m7_weighted"."population" >= 5) as "m7",
      avg(coalesce("m7_weighted"."m7_part_1", 0)) filter (where "m7_weighted"."population" >= 5) as "m7_part_1",
      avg(coalesce("m7_weighted"."m7_part_2", 0)) filter (where "m7_weighted"."population" >= 5) as "m7_part_2",
      avg(coalesce("m7_weighted"."m7_part_3", 0)) filter (where "m7_weighted"."population" >= 5) as "m7_part_3",
      avg(coalesce("m7_weighted"."m7_part_4", 0)) filter (where "m7_weighted"."population" >= 5) as "m7_part_4",
      avg(coalesce("m7_weighted"."m7_part_5", 0)) filter (where "m7_weighted"."population" >= 5) as "m7_part_5",
      avg(coalesce("m7_weighted"."m7_part_6", 0)) filter (where "m7_weighted"."population" >= 5) as "m7_part_6",
      count(*) filter (where "m7_weighted"."population" >= 5) as "m7_n",
      count(*) as "m7_found"
    from "m7_weighted"
    group by 1
  ),
  "cells" as materialized (
    select
      "issue_by_created_at"."project_key" as "project_key",
      cast("issue_by_created_at"."m1" as bigint) as "m1",
      cast("issue_by_created_at"."m6_under" as bigint) as "m6_under",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m6_over",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m3_n",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m4_n",
      cast(null as numeric) as "m5",
      cast(null as bigint) as "m5_n",
      cast(null as numeric) as "m7",
      cast(null as numeric) as "m7_part_1",
      cast(null as numeric) as "m7_part_2",
      cast(null as numeric) as "m7_part_3",
      cast(null as numeric) as "m7_part_4",
      cast(null as numeric) as "m7_part_5",
      cast(null as numeric) as "m7_part_6",
      cast(null as bigint) as "m7_n",
      cast(null as bigint) as "m7_found"
    from "issue_by_created_at"
    union all
    select
      "issue_by_done_at"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m6_under",
      cast("issue_by_done_at"."m2" as double precision) as "m2",
      cast("issue_by_done_at"."m6_over" as bigint) as "m6_over",
      cast("issue_by_done_at"."m2_n" as bigint) as "m2_n",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m3_n",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m4_n",
      cast(null as numeric) as "m5",
      cast(null as bigint) as "m5_n",
      cast(null as numeric) as "m7",
      cast(null as numeric) as "m7_part_1",
      cast(null as numeric) as "m7_part_2",
      cast(null as numeric) as "m7_part_3",
      cast(null as numeric) as "m7_part_4",
      cast(null as numeric) as "m7_part_5",
      cast(null as numeric) as "m7_part_6",
      cast(null as bigint) as "m7_n",
      cast(null as bigint) as "m7_found"
    from "issue_by_done_at"
    union all
    select
      "transition_by_at"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m6_under",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m6_over",
      cast(null as bigint) as "m2_n",
      cast("transition_by_at"."m3" as bigint) as "m3",
      cast("transition_by_at"."m3_n" as bigint) as "m3_n",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m4_n",
      cast(null as numeric) as "m5",
      cast(null as bigint) as "m5_n",
      cast(null as numeric) as "m7",
      cast(null as numeric) as "m7_part_1",
      cast(null as numeric) as "m7_part_2",
      cast(null as numeric) as "m7_part_3",
      cast(null as numeric) as "m7_part_4",
      cast(null as numeric) as "m7_part_5",
      cast(null as numeric) as "m7_part_6",
      cast(null as bigint) as "m7_n",
      cast(null as bigint) as "m7_found"
    from "transition_by_at"
    union all
    select
      "sprints_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m6_under",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m6_over",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m3_n",
      cast("sprints_rolled_up"."m4" as numeric) as "m4",
      cast("sprints_rolled_up"."m4_n" as bigint) as "m4_n",
      cast(null as numeric) as "m5",
      cast(null as bigint) as "m5_n",
      cast(null as numeric) as "m7",
      cast(null as numeric) as "m7_part_1",
      cast(null as numeric) as "m7_part_2",
      cast(null as numeric) as "m7_part_3",
      cast(null as numeric) as "m7_part_4",
      cast(null as numeric) as "m7_part_5",
      cast(null as numeric) as "m7_part_6",
      cast(null as bigint) as "m7_n",
      cast(null as bigint) as "m7_found"
    from "sprints_rolled_up"
    union all
    select
      "states_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m6_under",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m6_over",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m3_n",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m4_n",
      cast("states_rolled_up"."m5" as numeric) as "m5",
      cast(null as bigint) as "m5_n",
      cast(null as numeric) as "m7",
      cast(null as numeric) as "m7_part_1",
      cast(null as numeric) as "m7_part_2",
      cast(null as numeric) as "m7_part_3",
      cast(null as numeric) as "m7_part_4",
      cast(null as numeric) as "m7_part_5",
      cast(null as numeric) as "m7_part_6",
      cast(null as bigint) as "m7_n",
      cast(null as bigint) as "m7_found"
    from "states_rolled_up"
    union all
    select
      "issues_counted"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m6_under",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m6_over",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m3_n",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m4_n",
      cast(null as numeric) as "m5",
      cast("issues_counted"."m5_n" as bigint) as "m5_n",
      cast(null as numeric) as "m7",
      cast(null as numeric) as "m7_part_1",
      cast(null as numeric) as "m7_part_2",
      cast(null as numeric) as "m7_part_3",
      cast(null as numeric) as "m7_part_4",
      cast(null as numeric) as "m7_part_5",
      cast(null as numeric) as "m7_part_6",
      cast(null as bigint) as "m7_n",
      cast(null as bigint) as "m7_found"
    from "issues_counted"
    union all
    select
      "m7_rolled_up"."project_key" as "project_key",
      cast(null as bigint) as "m1",
      cast(null as bigint) as "m6_under",
      cast(null as double precision) as "m2",
      cast(null as bigint) as "m6_over",
      cast(null as bigint) as "m2_n",
      cast(null as bigint) as "m3",
      cast(null as bigint) as "m3_n",
      cast(null as numeric) as "m4",
      cast(null as bigint) as "m4_n",
      cast(null as numeric) as "m5",
      cast(null as bigint) as "m5_n",
      cast("m7_rolled_up"."m7" as numeric) as "m7",
      cast("m7_rolled_up"."m7_part_1" as numeric) as "m7_part_1",
      cast("m7_rolled_up"."m7_part_2" as numeric) as "m7_part_2",
      cast("m7_rolled_up"."m7_part_3" as numeric) as "m7_part_3",
      cast("m7_rolled_up"."m7_part_4" as numeric) as "m7_part_4",
      cast("m7_rolled_up"."m7_part_5" as numeric) as "m7_part_5",
      cast("m7_rolled_up"."m7_part_6" as numeric) as "m7_part_6",
      cast("m7_rolled_up"."m7_n" as bigint) as "m7_n",
      cast("m7_rolled_up"."m7_found" as bigint) as "m7_found"
    from "m7_rolled_up"
  ),
  "answer" as materialized (
    select
      "cells"."project_key" as "project_key",
      max("cells"."m1") as "m1",
      max("cells"."m6_under") as "m6_under",
      max("cells"."m2") as "m2",
      max("cells"."m6_over") as "m6_over",
      max("cells"."m2_n") as "m2_n",
      max("cells"."m3") as "m3",
      max("cells"."m3_n") as "m3_n",
      max("cells"."m4") as "m4",
      max("cells"."m4_n") as "m4_n",
      max("cells"."m5") as "m5",
      max("cells"."m5_n") as "m5_n",
      max("cells"."m7") as "m7",
      max("cells"."m7_part_1") as "m7_part_1",
      max("cells"."m7_part_2") as "m7_part_2",
      max("cells"."m7_part_3") as "m7_part_3",
      max("cells"."m7_part_4") as "m7_part_4",
      max("cells"."m7_part_5") as "m7_part_5",
      max("cells"."m7_part_6") as "m7_part_6",
      max("cells"."m7_n") as "m7_n",
      max("cells"."m7_found") as "m7_found"
    from "cells"
    group by 1
  )
select
  "answer"."project_key" as "project_key",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_value",
  cast(coalesce("answer"."m1", 0) as bigint) as "m1_n",
  cast("answer"."m2" as double precision) as "m2_value",
  cast(coalesce("answer"."m2_n", 0) as bigint) as "m2_n",
  cast(coalesce("answer"."m3", 0) as bigint) as "m3_value",
  cast(coalesce("answer"."m3_n", 0) as bigint) as "m3_n",
  cast("answer"."m4" as double precision) as "m4_value",
  cast(coalesce("answer"."m4_n", 0) as bigint) as "m4_n",
  cast(coalesce("answer"."m5", 0) as double precision) as "m5_value",
  cast(coalesce("answer"."m5_n", 0) as bigint) as "m5_n",
  cast((cast(coalesce("answer"."m6_over", 0) as numeric) / nullif(coalesce("answer"."m6_under", 0), 0)) as double precision) as "m6_value",
  cast(coalesce("answer"."m6_under", 0) as bigint) as "m6_n",
  cast("answer"."m7" as double precision) as "m7_value",
  case when "answer"."m7" is not null then json_build_object('spillover_ratio', cast("answer"."m7_part_1" as double precision), 'scope_churn_ratio', cast("answer"."m7_part_2" as double precision), 'accuracy_abs', cast("answer"."m7_part_3" as double precision), 'reopened_issues', cast("answer"."m7_part_4" as double precision), 'blocked_hours', cast("answer"."m7_part_5" as double precision), 'bugs_added', cast("answer"."m7_part_6" as double precision)) end as "m7_parts",
  cast(coalesce("answer"."m7_n", 0) as bigint) as "m7_n",
  case when "answer"."m2" is not null then null else 'no_data' end as "m2_value_why",
  case when "answer"."m4" is not null then null else 'no_data' end as "m4_value_why",
  case when (cast(coalesce("answer"."m6_over", 0) as numeric) / nullif(coalesce("answer"."m6_under", 0), 0)) is not null then null when not ((coalesce("answer"."m6_over", 0) > 0 or coalesce("answer"."m6_under", 0) > 0)) then 'no_data' else 'not_applicable' end as "m6_value_why",
  case when "answer"."m7" is not null then null when coalesce("answer"."m7_found", 0) > 0 then 'insufficient_n' else 'no_data' end as "m7_value_why",
  count(*) over () as "total"
from "answer"
order by
  "m1_value" desc nulls last,
  "answer"."project_key" collate "C" asc nulls last
fetch next cast($8 as bigint) rows only

-- parameters
-- $1 tenant = acme
-- $2 from = 2026-01-01T00:00Z
-- $3 to = 2026-07-01T00:00Z
-- $4 timezone = UTC
-- $5 until = 2026-07-01T00:00Z
-- $6 first_day = 2026-01-01
-- $7 last_day = 2026-06-30
-- $8 limit = 1000
-- columns
-- project_key TEXT
-- created INTEGER
-- created__n INTEGER
-- cycle_time DECIMAL
-- cycle_time__n INTEGER
-- reopened INTEGER
-- reopened__n INTEGER
-- velocity DECIMAL
-- velocity__n INTEGER
-- wip DECIMAL
-- wip__n INTEGER
-- throughput_ratio DECIMAL
-- throughput_ratio__n INTEGER
-- score DECIMAL
-- score__parts PARTS
-- score__n INTEGER
-- cycle_time WHY
-- velocity WHY
-- throughput_ratio WHY
-- score WHY
-- total INTEGER
