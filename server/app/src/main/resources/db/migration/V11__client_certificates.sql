-- What is shown to a server that asks for a certificate. The key is sealed; both are there or none.

alter table data_source add column client_certificate text;
alter table data_source add column client_key text;
alter table precheck_endpoint add column client_certificate text;
alter table precheck_endpoint add column client_key text;
