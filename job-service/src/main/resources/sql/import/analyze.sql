-- So that the first queries after a large import are planned with it.
ANALYZE warehouse.issues, warehouse.issue_changes, warehouse.issue_transitions, warehouse.status_intervals,
    warehouse.estimate_intervals, warehouse.assignee_intervals, warehouse.flag_intervals, warehouse.sprint_issues,
    warehouse.blocked_intervals, warehouse.issue_states, warehouse.comments, warehouse.worklogs, warehouse.sprints,
    warehouse.sprint_facts, warehouse.sprint_sums;
