-- Portable between H2 and PostgreSQL. Lists and maps are JSON texts. Times are UTC.

create table data_source (
  id varchar(32) primary key,
  name varchar not null unique,
  engine varchar(64) not null,
  host varchar not null,
  port integer not null,
  database_name varchar,
  user_name varchar not null,
  password varchar, -- sealed for the id
  tls_mode varchar(16) not null,
  ca_certificate text,
  role varchar(16) not null,
  partner_id varchar(32),
  description varchar,
  attributes varchar not null, -- what an OMS client gave besides
  server_version varchar, -- as the last successful connection told it
  server_charset varchar,
  server_time_zone varchar,
  created_at timestamp(6) with time zone not null,
  modified_at timestamp(6) with time zone not null
);

create table precheck (
  id varchar(32) primary key,
  name varchar,
  request text not null, -- as submitted
  status varchar(16) not null,
  progress double precision not null,
  error_detail varchar,
  submitted_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone
);

create index precheck_by_status on precheck (status);

-- The data sources as they were when the precheck was submitted.
create table precheck_endpoint (
  precheck_id varchar(32) not null references precheck (id) on delete cascade,
  side varchar(16) not null,
  role varchar(16) not null,
  data_source_id varchar(32) not null,
  engine varchar(64) not null,
  host varchar not null,
  port integer not null,
  database_name varchar,
  user_name varchar not null,
  password varchar, -- sealed for the data source's id; gone once the precheck has ended
  tls_mode varchar(16) not null,
  ca_certificate text,
  primary key (precheck_id, side, role)
);

create index precheck_endpoint_by_data_source on precheck_endpoint (data_source_id);

create table precheck_item (
  precheck_id varchar(32) not null references precheck (id) on delete cascade,
  position integer not null,
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
  primary key (precheck_id, position)
);

create table finding (
  precheck_id varchar(32) not null,
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
  primary key (precheck_id, position, ordinal),
  foreign key (precheck_id, position) references precheck_item (precheck_id, position) on delete cascade
);

create table setting (
  name varchar(64) primary key,
  content varchar not null
);
