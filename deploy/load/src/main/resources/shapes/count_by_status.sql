SELECT status, count(*) FROM warehouse.issues GROUP BY status ORDER BY status
