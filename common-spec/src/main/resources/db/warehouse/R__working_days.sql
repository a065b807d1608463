-- Working time from one instant to another, in days: a working day of the calendar counts 1, a part of one the share of
-- its 24 hours on the local clock, any other day 0. Nothing where an instant is missing; 0 where the second is not later
-- (also on the local clock, which goes back an hour once a year in most zones). Exact: one division, at the end.
--
-- weekdays: 1 (Monday) to 7 (Sunday), ascending, each once; holidays: ascending, each once, each on one of the weekdays.
-- Both are counted by width_bucket, which halves its way through them, so that a long span costs as much as a short one.
--
-- The rights are the caller's, and it reads no table.
CREATE OR REPLACE FUNCTION warehouse.working_days_between(
    a timestamptz, b timestamptz, zone text, weekdays integer[], holidays date[]) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    week CONSTANT integer := cardinality(weekdays);
    first CONSTANT timestamp := a AT TIME ZONE zone;
    last CONSTANT timestamp := b AT TIME ZONE zone;
    -- Days from a Monday before all time.
    first_day CONSTANT integer := first::date - date '4714-11-24 BC';
    last_day CONSTANT integer := last::date - date '4714-11-24 BC';
    seconds numeric; -- from midnight to midnight, then the parts of the two days
BEGIN
    IF a IS NULL OR b IS NULL THEN
        RETURN NULL;
    END IF;
    IF b <= a THEN
        RETURN 0;
    END IF;
    seconds := 86400.0 * (
        last_day / 7 * week + width_bucket(last_day % 7, weekdays) - width_bucket(last::date - 1, holidays)
        - (first_day / 7 * week + width_bucket(first_day % 7, weekdays) - width_bucket(first::date - 1, holidays)));
    IF last_day % 7 + 1 = ANY (weekdays)
        AND width_bucket(last::date, holidays) = width_bucket(last::date - 1, holidays)
    THEN
        seconds := seconds + extract(epoch FROM last::time);
    END IF;
    IF first_day % 7 + 1 = ANY (weekdays)
        AND width_bucket(first::date, holidays) = width_bucket(first::date - 1, holidays)
    THEN
        seconds := seconds - extract(epoch FROM first::time);
    END IF;
    RETURN greatest(0, seconds) / 86400;
END
$$;

REVOKE ALL ON FUNCTION warehouse.working_days_between(timestamptz, timestamptz, text, integer[], date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION warehouse.working_days_between(timestamptz, timestamptz, text, integer[], date[]) TO query_service;
