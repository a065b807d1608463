-- What warming needs to know besides: how large an answer is, and for whom it is kept.
ALTER TABLE query.analytics_cache
    ADD COLUMN size_bytes integer NOT NULL DEFAULT 0 CHECK (size_bytes >= 0), -- of the answer, not packed
    ADD COLUMN asked_as   text    NOT NULL DEFAULT ''; -- roles of who asked last, joined by +: answers are kept by role
