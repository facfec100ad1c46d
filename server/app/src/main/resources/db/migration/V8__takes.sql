-- Which take-overs of an attempt brought it no further.

alter table precheck_attempt add column ended_items integer default 0 not null; -- at the last take
alter table precheck_attempt add column fruitless_takes integer default 0 not null; -- in a row
