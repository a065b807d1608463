-- Which sums of a metric's numbers mean something; the seed fills it in for the product's own metrics.
ALTER TABLE catalog.metrics_catalog
    ADD COLUMN additivity text NOT NULL DEFAULT 'non_additive'
        CHECK (additivity IN ('additive', 'semi_additive', 'non_additive'));
