-- Reports: findings that can be searched and told again, tombstones, what a verdict compares.

-- Both are filled in by the migration that follows this one, and never null after it.
alter table finding add column fingerprint varchar(32); -- see Fingerprint
alter table finding add column object_name varchar; -- the path with dots, in lower case, to search in
create index finding_by_fingerprint on finding (precheck_id, fingerprint);

create index precheck_by_end on precheck (finished_at, id);
create index precheck_by_project_and_end on precheck (project_id, finished_at);

-- What is left of a precheck: nobody is to wonder where it went.
create table deleted_precheck (
  id varchar(32) primary key,
  name varchar,
  deleted_at timestamp(6) with time zone not null,
  cause varchar(16) not null -- BY_USER, RETENTION
);

-- Goes up when the way in changes: host, port, database, account, password, TLS, role, partner.
alter table data_source add column access_version bigint default 1 not null;
-- The one that a precheck looked through; 0 if it is not known to be the one of today.
alter table precheck_endpoint add column access_version bigint default 0 not null;
update precheck_endpoint set access_version = 1
  where exists (
    select 1 from data_source d join precheck p on d.modified_at <= p.submitted_at
    where d.id = precheck_endpoint.data_source_id and p.id = precheck_endpoint.precheck_id);
