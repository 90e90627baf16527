-- Of one name in several spellings, which two processes could make at one moment, the account that was heard of last stays.
delete older
from account older
join account newer on lower(newer.name) = lower(older.name) and newer.id <> older.id
where older.network
    and (not newer.network
        or (coalesce(newer.checked_at, newer.changed_at), newer.id) > (coalesce(older.checked_at, older.changed_at), older.id));

alter table account
    -- the name as it is compared: nobody else has it in another spelling
    add column if not exists folded_name varchar(250) character set utf8mb4 collate utf8mb4_bin generated always as (lower(name)) virtual,
    add unique key if not exists account_folded_name (folded_name),
    -- SHA-256 of the network's record of the person, in hex digits, as it was here when the central server last let the person in:
    -- another record came later. Null: there was none.
    add column if not exists seen_record char(64) character set ascii collate ascii_bin null;

update account a
join record r on r.type = 'user' and r.id = a.id collate utf8mb4_nopad_bin
set a.seen_record = sha2(r.data, 256)
where a.network and not r.received_at > a.checked_at;

-- What a person may do in a store, by the numbers of the network's list (protocol, section 13) that mean something here.
create table if not exists account_permission (
    account_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    store_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    permission int not null,
    primary key (account_id, store_id, permission),
    foreign key (account_id, store_id) references account_store (account_id, store_id) on delete cascade
) engine = InnoDB default character set utf8mb4;

insert ignore into account_permission (account_id, store_id, permission)
select s.account_id, s.store_id, n.number
from account_store s, json_table(concat('[', s.permissions, ']'), '$[*]' columns (number int path '$')) n
where n.number in (84, 157, 201);
