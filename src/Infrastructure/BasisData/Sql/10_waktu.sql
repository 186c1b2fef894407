-- The one clock for validity. clock_timestamp(), not now(): it is read after the row lock, inside a transaction that may have waited.
CREATE OR REPLACE FUNCTION waktu_kini() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT clock_timestamp() $$;
