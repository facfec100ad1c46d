-- What the account may do, the roles that are active in this session included. The column is named
-- after the account. Needs no privilege.
SHOW GRANTS
