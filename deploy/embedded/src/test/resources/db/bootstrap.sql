-- What these tests need of the product's own script.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service',
        'job_scheduler'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', role);
        END IF;
    END LOOP;
END
$$;
