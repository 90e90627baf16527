-- Who may sign in to this site. The local administrator is the first row; people of the network join it once the
-- mSupply central server has let them in.
create table account (
    id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(250) character set utf8mb4 collate utf8mb4_bin not null,
    -- a salted hash with its kind in front ({bcrypt}...), never a password
    password varchar(250) character set utf8mb4 collate utf8mb4_bin not null,
    administrator boolean not null,
    -- the language tag that the person chose, null until then
    language varchar(35) character set utf8mb4 collate utf8mb4_bin null,
    created_at datetime(6) not null,
    changed_at datetime(6) not null,
    primary key (id),
    unique key account_name (name)
) engine = InnoDB default character set utf8mb4;
