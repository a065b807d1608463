WITH
    created AS (
        SELECT date_trunc('week', created_at AT TIME ZONE 'UTC')::date AS week, count(*) AS issues
        FROM warehouse.issues
        WHERE created_at >= '{two_years_ago}' AND created_at < '{today}'
        GROUP BY week
    ),
    closed AS (
        SELECT date_trunc('week', done_at AT TIME ZONE 'UTC')::date AS week, count(*) AS issues
        FROM warehouse.issues
        WHERE done_at >= '{two_years_ago}' AND done_at < '{today}'
        GROUP BY week
    )
SELECT w.week::date, coalesce(created.issues, 0), coalesce(closed.issues, 0)
FROM generate_series(
    date_trunc('week', timestamp '{two_years_ago}'), timestamp '{today}' - interval '1 second', interval '1 week') AS w (week)
LEFT JOIN created ON created.week = w.week::date
LEFT JOIN closed ON closed.week = w.week::date
ORDER BY w.week
