-- Where a password is kept that is not stored. One of the two columns is null.

alter table data_source add column password_reference varchar;
alter table precheck_endpoint add column password_reference varchar;
