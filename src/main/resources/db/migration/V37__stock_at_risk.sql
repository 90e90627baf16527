-- What stands at a location while it is too warm or too cold there: kept by the record store like the tables of V36.

create table if not exists stock_line (
    id varchar(255) not null,
    store_id varchar(64),
    item_id varchar(255),
    location_id varchar(255),
    batch varchar(255) character set utf8mb4 collate utf8mb4_unicode_ci,
    expiry varchar(10) comment 'a day as it came',
    packs double,
    pack_size double,
    primary key (id),
    key stock_line_location (location_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table if not exists stock_item (
    id varchar(255) not null,
    name varchar(255) character set utf8mb4 collate utf8mb4_unicode_ci,
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
