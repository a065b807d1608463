-- What an answer was made of, so that it can be made again and compared. Written once by query-service, never changed; a
-- receipt's id begins with its time (UUID version 7), so that partitions by id are partitions by age, which
-- query.tend_receipts makes and drops.
CREATE TABLE query.receipts (
    tenant_id       text        NOT NULL,
    receipt_id      uuid        NOT NULL,
    asked_by        text        NOT NULL,
    spec            json        NOT NULL, -- the canonical spec
    spec_hash       text        NOT NULL CHECK (spec_hash ~ '^[0-9a-f]{64}$'),
    metrics_used    text[]      NOT NULL, -- name@version
    definitions     json        NOT NULL, -- fingerprints of those and of all that they are made of, by name@version
    catalog_version text        NOT NULL,
    model           text        NOT NULL, -- fingerprint of the entities and dimensions
    data_version    bigint      NOT NULL,
    data_as_of      timestamptz,          -- null where nothing was ever imported
    evaluated_at    timestamptz NOT NULL, -- the present that the answer was made at
    row_keys        text[]      NOT NULL, -- the columns that tell its rows apart
    row_count       integer     NOT NULL CHECK (row_count >= 0),
    total           bigint      NOT NULL CHECK (total >= 0), -- rows before the limit
    result_hash     text        NOT NULL CHECK (result_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the canonical results
    results         bytea,                -- the canonical results, deflated; null where they are too large to keep
    PRIMARY KEY (tenant_id, receipt_id)
) PARTITION BY RANGE (receipt_id);
