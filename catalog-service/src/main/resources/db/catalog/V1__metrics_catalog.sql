-- The catalog of metrics: a reference of the product, the same for every tenant, so it holds no tenant's rows and needs no
-- row level security. Only the catalog_service role reads it; others ask the service.

CREATE TABLE catalog.metrics_catalog (
    name             text    NOT NULL,
    version          text    NOT NULL CHECK (version ~ '^\d+\.\d+\.\d+$'),
    display_name     text    NOT NULL,
    description      text    NOT NULL,
    category         text    NOT NULL,
    unit             text    NOT NULL,
    tags             text[]  NOT NULL DEFAULT '{}',
    synonyms         text[]  NOT NULL DEFAULT '{}',
    examples         text[]  NOT NULL DEFAULT '{}',
    parameters       jsonb   NOT NULL DEFAULT '[]',
    computation      jsonb   NOT NULL, -- how the number is made, as common-spec's Computation is written
    type             text    NOT NULL GENERATED ALWAYS AS (computation ->> 'type') STORED,
    sql_template     text    GENERATED ALWAYS AS (coalesce(computation ->> 'sql_template', computation ->> 'where')) STORED,
    aggregation      text    NOT NULL GENERATED ALWAYS AS (coalesce(computation ->> 'aggregation', 'avg')) STORED,
    dependencies     text[]  NOT NULL DEFAULT '{}', -- the metrics it is made of
    weights          jsonb,                         -- of a composite: part to weight
    is_listed        boolean NOT NULL DEFAULT true, -- false for a building block of other metrics
    is_active        boolean NOT NULL DEFAULT true,
    deprecated_since text,
    replaced_by      text,
    tested           boolean NOT NULL DEFAULT false,
    seeded           boolean NOT NULL DEFAULT true, -- from the product's files, which bring it up to date at each start
    updated_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (name, version),
    CHECK ((deprecated_since IS NULL) = (replaced_by IS NULL))
);
CREATE INDEX metrics_catalog_tags ON catalog.metrics_catalog USING gin (tags);

-- The version that was last made known; the one row is also the lock that lets one instance seed at a time.
CREATE TABLE catalog.catalog_state (
    only_row   boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
    version    text        NOT NULL DEFAULT '',
    changed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO catalog.catalog_state DEFAULT VALUES;
