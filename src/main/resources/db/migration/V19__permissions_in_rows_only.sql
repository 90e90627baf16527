-- They stand in account_permission since V17. In a migration of its own: MariaDB undoes no change of a table, so one that is killed
-- in the middle is carried out once more from its beginning, and must find what it reads.
alter table account_store drop column if exists permissions;
