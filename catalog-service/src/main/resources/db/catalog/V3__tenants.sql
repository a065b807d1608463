-- What each tenant adds to the product's catalog. Rows of one tenant alone (R__grants.sql).

-- Counts a tenant's changes. A writer raises the revision that it read, so of two at the same time one has to look again.
CREATE TABLE catalog.tenant_state (
    tenant_id  text        NOT NULL PRIMARY KEY,
    revision   bigint      NOT NULL CHECK (revision > 0),
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- The tenant's own metrics, each version a row. Versions are never deleted, so that history and receipts stay readable.
CREATE TABLE catalog.tenant_metrics (
    tenant_id  text        NOT NULL,
    name       text        NOT NULL,
    version    text        NOT NULL CHECK (version ~ '^\d+\.\d+\.\d+$'),
    definition jsonb       NOT NULL, -- as common-spec's MetricDefinition is written
    is_active  boolean     NOT NULL GENERATED ALWAYS AS ((definition ->> 'active')::boolean) STORED,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, name, version)
);

-- Defaults, hidden metrics and further words; names and numbers, never an expression.
CREATE TABLE catalog.tenant_overlays (
    tenant_id  text        NOT NULL PRIMARY KEY,
    overlay    jsonb       NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- Who changed what: one row for each revision, written in the transaction of the change, never changed afterwards.
CREATE TABLE catalog.tenant_changes (
    tenant_id  text        NOT NULL,
    revision   bigint      NOT NULL CHECK (revision > 0),
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text        NOT NULL,
    action     text        NOT NULL CHECK (action IN ('created', 'updated', 'deprecated', 'activated', 'deactivated', 'overlaid')),
    metric     text,                 -- null where the overlay was changed
    reason     text,                 -- where the caller gave one
    before     jsonb       NOT NULL, -- the versions (or the overlay) that were changed, as they were
    after      jsonb       NOT NULL, -- and as they are since
    PRIMARY KEY (tenant_id, revision),
    CHECK ((metric IS NULL) = (action = 'overlaid'))
);
CREATE INDEX tenant_changes_metric ON catalog.tenant_changes (tenant_id, metric, revision DESC);
