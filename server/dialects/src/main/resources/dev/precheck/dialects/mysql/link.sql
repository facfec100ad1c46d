-- The server's clock, in microseconds since 1970, and in no zone: an hour that a zone has twice would
-- be taken for the other one.
SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) AS micros
