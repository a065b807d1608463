-- The way back from version 3.
DROP TABLE
    jobs.tombstones,
    jobs.issue_histories,
    jobs.issue_events,
    jobs.dead_letters,
    jobs.webhook_secrets,
    jobs.webhook_deliveries,
    jobs.inbox;
