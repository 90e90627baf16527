-- When people were here, so that the first page tells each what changed since. No foreign key: it is another room's table, and
-- an account may be made after its person was let in.
create table if not exists visit (
    account_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    previous_seen_at datetime(6) null comment 'the end of the visit before this one, null at the first',
    last_seen_at datetime(6) not null,
    primary key (account_id)
) engine = InnoDB default charset = utf8mb4;
