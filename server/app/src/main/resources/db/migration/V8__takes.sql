-- Which take-overs of an attempt brought it no further.

alter table precheck_attempt add column ended_items integer default 0 not null; -- at the last take
alter table precheck_attempt add column fruitless_takes integer default 0 not null; -- in a row
alter table precheck_attempt add column taken_at timestamp(6) with time zone; -- the last time
alter table precheck_attempt add column spent_millis bigint default 0 not null; -- in takes before that
