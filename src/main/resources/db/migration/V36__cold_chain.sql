-- The cold chain. The first four tables are kept by the record store (org.relais.coldchain.ColdChainProjections declares them);
-- moments are seconds since 1970, UTC. The others are the room's own.

create table if not exists sensor (
    id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    store_id varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin,
    version bigint not null,
    name varchar(255),
    serial varchar(255),
    location_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    battery double,
    log_interval double,
    active boolean not null,
    primary key (id),
    key sensor_store (store_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table if not exists breach (
    id varchar(255) not null,
    store_id varchar(64),
    version bigint not null,
    sensor_id varchar(255),
    location_id varchar(255),
    type varchar(32),
    started_at bigint,
    ended_at bigint,
    minimum double,
    maximum double,
    lasting double comment 'milliseconds outside before it is one',
    acknowledged boolean not null,
    comment varchar(1000) character set utf8mb4 collate utf8mb4_unicode_ci,
    primary key (id),
    key breach_sensor (sensor_id, started_at),
    key breach_store (store_id, acknowledged, started_at),
    key breach_open (store_id, ended_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table if not exists reading (
    id varchar(255) not null,
    store_id varchar(64),
    sensor_id varchar(255),
    location_id varchar(255),
    breach_id varchar(255),
    taken_at bigint,
    temperature double,
    primary key (id),
    key reading_sensor (sensor_id, taken_at, temperature),
    key reading_store (store_id, taken_at),
    key reading_breach (breach_id, taken_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Stores for which the network switched the vaccine module on or off.
create table if not exists vaccine_store (
    id varchar(255) not null,
    store_id varchar(64),
    vaccines boolean not null,
    primary key (id),
    key vaccine_store (store_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What phones sent and no central server would take, as it came. The same again is counted and not kept twice.
create table if not exists quarantine (
    id bigint not null auto_increment,
    digest binary(32) not null comment 'of the store, the kind and the text',
    store_id varchar(64) not null,
    sender varchar(255) not null comment 'the name of the phone''s account',
    kind varchar(16) not null,
    problem varchar(32) not null,
    field varchar(255),
    detail varchar(1000),
    text mediumtext not null,
    times bigint not null,
    first_at datetime(6) not null,
    last_at datetime(6) not null,
    primary key (id),
    unique key quarantine_digest (digest),
    key quarantine_store (store_id, last_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The accounts of phones, and through which of them a sensor was heard last: who is silent, the phone or the sensor?
create table if not exists phone (
    account_id varchar(255) not null,
    store_id varchar(64) not null,
    name varchar(255) not null,
    seen_at datetime(6) not null comment 'when it signed in last',
    primary key (account_id, store_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table if not exists sensor_phone (
    sensor_id varchar(255) not null,
    account_id varchar(255) not null,
    heard_at datetime(6) not null comment 'when readings or the sensor itself came last',
    primary key (sensor_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
