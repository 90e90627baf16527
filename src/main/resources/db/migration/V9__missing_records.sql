-- The record that an arrival waits for has columns of its own; it stood in detail, table and id parted by a blank.
alter table inbox
    add column if not exists missing_table varchar(255) comment 'REFERENCE_MISSING: the table of the record that is missing' after field,
    add column if not exists missing_id varchar(255) comment 'REFERENCE_MISSING: the id of the record that is missing' after missing_table,
    modify column detail varchar(1000) comment 'words for the support team';

-- Names of tables have no blanks; ids may.
update inbox
set missing_table = left(detail, locate(' ', detail) - 1),
    missing_id = substring(detail, locate(' ', detail) + 1),
    detail = null
where reason = 'REFERENCE_MISSING' and locate(' ', detail) > 0;
