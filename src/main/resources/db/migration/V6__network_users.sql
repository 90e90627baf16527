-- People of the network, as the mSupply central server last told of them: enough to let them in while it is out of reach.
alter table account
    -- null: nobody signs in with it until the central server has let the person in again
    modify password varchar(250) character set utf8mb4 collate utf8mb4_bin null,
    -- 0: an account of this site's own
    add network boolean not null default false,
    add display_name varchar(510) null,
    add active boolean not null default true,
    -- when the central server last let the person in
    add checked_at datetime(6) null;

-- The stores that a person may enter, also those of other sites.
create table account_store (
    account_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    store_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    -- whether the person begins there
    preferred boolean not null,
    -- the numbers of what the person may do there (protocol, section 13), joined by commas; also those that mean nothing here
    permissions text character set ascii collate ascii_bin not null,
    primary key (account_id, store_id),
    foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default character set utf8mb4;
