-- Steering: who stopped a precheck, what its attempts were about, and what is skipped.

alter table precheck add column stopped_by varchar; -- as told by whoever asked for the stop

-- An attempt's status is what the checks said, without skips; that of the precheck is with them.
alter table precheck_attempt add column requested_by varchar; -- as told
alter table precheck_attempt add column error_detail varchar; -- why it broke or was stopped
alter table precheck_attempt add column removed text; -- what it took out of the plan; null if nothing
alter table precheck_attempt add column plan text; -- what it checked, if the attempt after it checks another plan

update precheck_attempt set error_detail =
  (select p.error_detail from precheck p where p.id = precheck_attempt.precheck_id);

-- What the check said, where a skip makes the item's status another one; otherwise null.
alter table precheck_item add column judged_status varchar(16);
alter table precheck_item add column judged_reason varchar(32);

-- Decisions to go on in spite of what an item says. They stay when they are undone.
create table item_skip (
  id varchar(32) primary key,
  precheck_id varchar(32) not null references precheck (id) on delete cascade,
  item varchar not null, -- its name: positions can shift when a plan is changed
  findings text, -- the fingerprints of those that are skipped; null for the whole item
  reason varchar not null,
  skipped_by varchar, -- as told
  skipped_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  undone_at timestamp(6) with time zone, -- null while it is in force
  undone_by varchar,
  undone_cause varchar(16) -- BY_USER, EXPIRED
);

create index item_skip_by_precheck on item_skip (precheck_id, item);
