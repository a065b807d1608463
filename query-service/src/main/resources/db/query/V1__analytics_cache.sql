-- What answers are worth keeping warm: one row for each spec that a tenant has asked, with how popular it is. The answers
-- themselves live in Redis; losing either loses no data.
CREATE TABLE query.analytics_cache (
    tenant_id       text        NOT NULL,
    spec_hash       text        NOT NULL CHECK (spec_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the canonical spec
    spec            jsonb       NOT NULL, -- the canonical spec, so that it can be run again
    data_version    bigint      NOT NULL, -- of the tenant's warehouse when the answer was made
    catalog_version text        NOT NULL, -- of the definitions that made it
    row_count       integer     NOT NULL CHECK (row_count >= 0),
    query_time_ms   double precision NOT NULL CHECK (query_time_ms >= 0), -- what an uncached run cost
    hits            bigint      NOT NULL DEFAULT 0 CHECK (hits >= 0),     -- times it was asked
    first_asked_at  timestamptz NOT NULL DEFAULT now(),
    last_asked_at   timestamptz NOT NULL DEFAULT now(),
    expires_at      timestamptz NOT NULL, -- after it the answer is no longer in the cache
    PRIMARY KEY (tenant_id, spec_hash)
);
CREATE INDEX analytics_cache_popular ON query.analytics_cache (tenant_id, hits DESC, last_asked_at DESC);
CREATE INDEX analytics_cache_stale ON query.analytics_cache (tenant_id, last_asked_at);
