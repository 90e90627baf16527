-- Until when this server was on: a phone that was away already then is not blamed on it when it starts again.
create table if not exists server_life (
    id tinyint not null default 1 primary key check (id = 1),
    alive_at datetime(6) not null
) engine = InnoDB default charset = utf8mb4;
