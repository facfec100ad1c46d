-- Plans that are stored, to be prechecked again and again.

create table project (
  id varchar(32) primary key,
  name varchar not null,
  type varchar(16) not null,
  plan text not null, -- as SubmitPreCheck takes it
  plan_hash varchar(64) not null, -- SHA-256 of what the plan means, as precheck.plan_hash
  source_id varchar(32) not null references data_source (id),
  sink_id varchar(32) not null references data_source (id),
  phases varchar not null, -- those that the plan has; JSON
  config_revision bigint not null, -- from 1, goes up with every change
  created_at timestamp(6) with time zone not null,
  modified_at timestamp(6) with time zone not null
);

create index project_by_creation on project (created_at, id);
create index project_by_source on project (source_id);
create index project_by_sink on project (sink_id);

create table project_label (
  project_id varchar(32) not null references project (id) on delete cascade,
  ordinal integer not null,
  label_id varchar(64) not null,
  primary key (project_id, ordinal)
);

create index project_label_by_label on project_label (label_id);

-- precheck.project_id names no foreign key: prechecks outlive their project.
create index precheck_by_project on precheck (project_id, submitted_at, id);
