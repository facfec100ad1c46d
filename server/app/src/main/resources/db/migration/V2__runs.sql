-- Runs that outlive their process: attempts, revisions, the queue.

alter table precheck add column attempt integer default 1 not null; -- the current one, from 1
-- Goes up with every change that a caller can see.
alter table precheck add column revision bigint default 1 not null;
-- The version of the queue's row that the running node took; whoever holds an older one writes nothing.
alter table precheck add column claim bigint default 0 not null;
alter table precheck add column plan_hash varchar(64); -- SHA-256 of what is checked; null before this version
alter table precheck add column project_id varchar(32);
alter table precheck add column stop_requested_at timestamp(6) with time zone;
alter table precheck add column idempotency_key varchar(255);
alter table precheck add column request_hash varchar(64); -- of the request that came with the key

create unique index precheck_by_idempotency_key on precheck (idempotency_key);
create index precheck_by_submission on precheck (submitted_at, id);

create table precheck_attempt (
  precheck_id varchar(32) not null references precheck (id) on delete cascade,
  attempt integer not null,
  cause varchar(16) not null, -- SUBMIT, RETRY, REMOVE_OBJECTS
  takes integer default 0 not null, -- how often a node began or went on with it
  requested_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone,
  status varchar(16) not null,
  primary key (precheck_id, attempt)
);

insert into precheck_attempt (precheck_id, attempt, cause, requested_at, started_at, finished_at, status)
  select id, 1, 'SUBMIT', submitted_at, started_at, finished_at, status from precheck;

-- An attempt has rows for the items that it ran; the last one of an item is the one that counts.
alter table finding rename to finding_v1;
alter table precheck_item rename to precheck_item_v1;

create table precheck_item (
  precheck_id varchar(32) not null references precheck (id) on delete cascade,
  attempt integer not null,
  position integer not null,
  revision bigint not null, -- of the precheck, when the item last changed
  name varchar not null,
  check_type varchar(64) not null,
  side varchar(16) not null,
  role varchar(16) not null,
  status varchar(16) not null,
  message varchar,
  skip_consequence varchar,
  removable boolean not null,
  error_detail varchar,
  reason varchar(32),
  blocked_by varchar,
  code varchar(64),
  advice varchar,
  black_objects text, -- null if nothing would be won by taking objects out
  fix_statements text not null, -- the first ones
  fix_statement_count integer not null,
  finding_count integer not null,
  started_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone,
  primary key (precheck_id, attempt, position)
);

insert into precheck_item
  select precheck_id, 1, position, 1, name, check_type, side, role, status, message, skip_consequence, removable,
    error_detail, reason, blocked_by, code, advice, black_objects, fix_statements, fix_statement_count, finding_count,
    started_at, finished_at
  from precheck_item_v1;

create table finding (
  precheck_id varchar(32) not null,
  attempt integer not null,
  position integer not null,
  ordinal integer not null,
  code varchar(64) not null,
  severity varchar(16) not null,
  side varchar(16) not null,
  object_kind varchar(16) not null,
  object_path varchar not null,
  arguments varchar not null,
  message varchar not null,
  remedy varchar not null,
  fix_statements text not null,
  primary key (precheck_id, attempt, position, ordinal),
  foreign key (precheck_id, attempt, position)
    references precheck_item (precheck_id, attempt, position) on delete cascade
);

insert into finding
  select precheck_id, 1, position, ordinal, code, severity, side, object_kind, object_path, arguments, message, remedy,
    fix_statements
  from finding_v1;

drop table finding_v1;
drop table precheck_item_v1;

-- The queue's own table: https://github.com/kagkarlsson/db-scheduler, version 16.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- What an earlier version left unfinished is taken up by the queue.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
  select 'precheck-run', concat(id, '/1'), submitted_at, false, 1
  from precheck where status in ('INIT', 'PENDING', 'RUNNING');
