SELECT date_trunc('month', created_at AT TIME ZONE 'Europe/Prague')::date, count(*) FROM warehouse.issues WHERE tenant_id = 'acme' GROUP BY 1
HAVING min(date_trunc('month', created_at AT TIME ZONE 'Europe/Prague'))::date >= '2026-05-01' OR count(*) > 50 ORDER BY 1
