SELECT
    date_trunc('month', done_at AT TIME ZONE 'UTC')::date AS month,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - created_at) / 86400)
FROM warehouse.issues
WHERE done_at >= '{year_ago}' AND done_at < '{today}'
GROUP BY month
ORDER BY month
