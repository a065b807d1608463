-- The way back from version 1.
DROP TABLE
    jobs.detected_fields,
    jobs.issue_records,
    jobs.import_rejections,
    jobs.imports,
    jobs.analytics_jobs;
