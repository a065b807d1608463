-- The way back from V2: partitions, policies and grants go with the table.
DROP FUNCTION query.tend_receipts(interval);
DROP FUNCTION query.first_receipt(timestamptz);
DROP TABLE query.receipts;
