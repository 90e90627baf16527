-- A record that was made on this site (by a person, by a phone) and refers to one that is not here yet waits in the inbox too,
-- where the pages show it. It is none of the arrivals: integrating passes it over, and LocalChanges takes it up again.
alter table inbox
    modify column channel enum ('CENTRAL_RECORDS', 'QUEUED_RECORDS', 'OPEN_PULL', 'HERE') not null
        comment 'the way on which it came; HERE: made on this site';

-- Which records made on this site wait for which record: found by it the moment it is stored, with no look at the inbox. A table
-- of its own, as an index of the inbox would be kept for each of a million arrivals.
create table if not exists awaited (
    missing_table varchar(64) not null comment 'the table of the record that is waited for',
    missing_id varchar(255) not null comment 'its id',
    type varchar(64) not null comment 'the table of the record that waits',
    id varchar(255) not null comment 'its id',
    primary key (missing_table, missing_id, type, id),
    key awaited_by (type, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
