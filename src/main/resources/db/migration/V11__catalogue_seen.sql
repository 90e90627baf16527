-- By which description of the record types the records that were set aside were last looked at: a start with the same one has
-- nothing new to find out about them.
create table if not exists catalogue_seen (
    one tinyint not null default 1 comment 'there is one row at most',
    fingerprint varchar(128) not null comment 'version of the program, and digest of record-types.yaml',
    primary key (one)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
