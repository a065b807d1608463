-- The way back from version 1: everything of the warehouse's data goes. Partitions and policies go with their tables.
DROP FUNCTION IF EXISTS
    warehouse.working_days_between,
    warehouse.sprint_scope_as_of,
    warehouse.worklogs_as_of,
    warehouse.comments_as_of,
    warehouse.issue_transitions_as_of,
    warehouse.blocked_intervals_as_of,
    warehouse.issue_states_as_of,
    warehouse.issues_as_of,
    warehouse.sprints_as_of;
DROP VIEW IF EXISTS warehouse.sprint_scope;
DROP TABLE
    warehouse.worklogs,
    warehouse.comments,
    warehouse.issue_states,
    warehouse.blocked_intervals,
    warehouse.sprint_issues,
    warehouse.flag_intervals,
    warehouse.assignee_intervals,
    warehouse.estimate_intervals,
    warehouse.status_intervals,
    warehouse.issue_transitions,
    warehouse.issue_changes,
    warehouse.issues,
    warehouse.sprints,
    warehouse.statuses,
    warehouse.users,
    warehouse.projects,
    warehouse.instances,
    warehouse.tenants;
