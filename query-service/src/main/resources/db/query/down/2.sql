-- The way back from V2: partitions, policies and grants go with the table.
DROP FUNCTION query.tend_weeks(text, interval);
DROP FUNCTION query.first_id(timestamptz);
DROP TABLE query.receipts;
