-- Who this site is. One row at most: none before the site is set up.
create table site (
    id              tinyint      not null default 1 primary key check (id = 1),
    url             varchar(1000) not null,
    name            varchar(250) not null,
    password_sha256 char(64)     not null,
    -- The network knows this device by it, so every process on this database must send the same one.
    hardware_id     char(32)     not null,
    -- What the central server told on the first contact; null until then.
    uuid            varchar(64)  collate utf8mb4_bin,
    site_id         bigint,
    legacy_site_id  bigint,
    open_url        varchar(1000),
    configured_at   datetime(6)  not null,
    -- When the first synchronisation passed its Prepare step, and when it was complete.
    prepared_at     datetime(6),
    initialised_at  datetime(6)
) engine = innodb default charset = utf8mb4;

-- One row per run. At most one is running: the generated column makes the database refuse a second.
create table sync_run (
    id               bigint       not null auto_increment primary key,
    trigger_key      varchar(20)  not null,
    started_by       varchar(250),
    started_at       datetime(6)  not null,
    finished_at      datetime(6),
    outcome          varchar(20)  not null,
    running          tinyint generated always as (if(outcome = 'running', 1, null)) virtual,
    -- The process that takes it; null while it only was asked for.
    node             varchar(64),
    cancel_requested tinyint(1)   not null default 0,
    -- Counts up with every change of the run or its steps: other processes see that there is news.
    version          bigint       not null default 0,
    updated_at       datetime(6)  not null,
    error_code       varchar(40),
    error_server     varchar(10),
    error_call       varchar(250),
    error_detail     text,
    error_at         datetime(6),
    unique key one_running (running),
    key by_outcome (outcome, id)
) engine = innodb default charset = utf8mb4;

create table sync_step (
    run_id       bigint      not null,
    position     tinyint     not null,
    step         varchar(20) not null,
    state        varchar(10) not null,
    total        bigint,
    done         bigint,
    sent         bigint,
    started_at   datetime(6),
    finished_at  datetime(6),
    error_code   varchar(40),
    error_server varchar(10),
    error_call   varchar(250),
    error_detail text,
    error_at     datetime(6),
    primary key (run_id, position),
    foreign key (run_id) references sync_run (id) on delete cascade
) engine = innodb default charset = utf8mb4;

-- The interval that a person chose; no row while the configured one holds.
create table sync_interval (
    id      tinyint not null default 1 primary key check (id = 1),
    seconds int     not null check (seconds between 60 and 604800)
) engine = innodb default charset = utf8mb4;
