-- What the page of locations asks for, kept by the record store (org.relais.locations.LocationProjections declares it). Texts
-- compare as people search and sort them: in any case, with or without accents.
drop view if exists location_view;
drop view if exists location_type_view;

create table if not exists location (
    id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    store_id varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin,
    version bigint not null,
    code varchar(255),
    description varchar(1000),
    type_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    volume double,
    on_hold boolean not null,
    primary key (id),
    key location_store (store_id, code)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table if not exists location_type (
    id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    description varchar(255),
    temperature_min double,
    temperature_max double,
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
