-- The way back from version 5.
DROP INDEX jobs.analytics_jobs_finished;
