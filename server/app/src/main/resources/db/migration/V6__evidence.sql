-- What was asked of the databases: each fact of an attempt once, and for which items.

create table evidence (
  precheck_id varchar(32) not null references precheck (id) on delete cascade,
  attempt integer not null,
  fact varchar not null, -- unique within the precheck, see EvidenceTable
  side varchar(16) not null,
  role varchar(16) not null,
  facet varchar not null,
  state varchar(16) not null,
  statement text, -- the beginning of the first one; null if none was sent
  statement_length integer not null, -- in characters, all of it
  parameters text not null, -- the first ones
  parameter_count integer not null,
  statement_count integer not null,
  started_at timestamp(6) with time zone,
  millis bigint,
  row_count bigint not null,
  sample_columns text not null,
  sample_rows text not null, -- the first ones
  failure text,
  primary key (precheck_id, attempt, fact)
);

create table item_evidence (
  precheck_id varchar(32) not null,
  attempt integer not null,
  position integer not null,
  facts text not null, -- those that the item needed
  primary key (precheck_id, attempt, position),
  foreign key (precheck_id, attempt, position)
    references precheck_item (precheck_id, attempt, position) on delete cascade
);
