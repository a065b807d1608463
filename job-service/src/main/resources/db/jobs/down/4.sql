-- The way back from version 4.
DROP TABLE jobs.sync_rejections, jobs.sync_seen, jobs.sync_runs, jobs.connections;
