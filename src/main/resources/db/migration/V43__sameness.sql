-- Whether the site has what the central servers sent: what came, taken down beside the store, and what a comparison of the two found.
create table if not exists announced (
    number bigint not null auto_increment primary key,
    type varchar(255) not null,
    here boolean not null default false comment 'whether these were deleted on this site, and the central servers told',
    hashes longblob not null comment 'eight bytes for each: 60 bits of the MD5 of its id, then 1 where it was deleted, else 0',
    merges bigint not null default 0 comment 'how many merges came; they name no record of their own',
    repeats bigint not null default 0 comment 'how many came once more, of those that were summed up to these',
    key announced_type (type, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What was here before this was taken down counts as announced.
set session group_concat_max_len = 4294967295;

insert into announced (type, hashes)
select known.type, group_concat(unhex(concat(left(md5(known.id), 15), '0')) separator '')
from (
    select type, id from record_entry
    union
    select type, record_id from inbox where action <> 'MERGE' and channel <> 'HERE'
) known
where not exists (select 1 from announced)
group by known.type;

insert into announced (type, hashes, merges)
select type, '', count(*) from inbox where action = 'MERGE' group by type;

set session group_concat_max_len = default;

-- What a comparison found, with the run after which it was made.
create table if not exists run_sameness (
    run_id bigint not null primary key,
    compared_at datetime(6) not null,
    foreign key (run_id) references sync_run (id) on delete cascade
) engine = InnoDB default charset = utf8mb4;

create table if not exists run_sameness_table (
    run_id bigint not null,
    position smallint not null,
    name varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    announced bigint not null,
    here bigint not null,
    set_aside bigint not null,
    deleted bigint not null,
    merged bigint not null,
    repeated bigint not null,
    waiting bigint not null,
    missing bigint not null,
    stored bigint not null,
    digest char(16) not null,
    primary key (run_id, position),
    foreign key (run_id) references run_sameness (run_id) on delete cascade
) engine = InnoDB default charset = utf8mb4;
