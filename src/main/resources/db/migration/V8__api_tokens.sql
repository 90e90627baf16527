-- What programs show instead of a name and a password. A revoked token has no row.
create table api_token (
    id           bigint       not null auto_increment primary key,
    name         varchar(100) not null,
    level        varchar(20)  character set ascii collate ascii_bin not null,
    -- SHA-256 of the whole token, in hex digits: it holds 256 random bits, so there is nothing to slow down.
    hash         char(64)     character set ascii collate ascii_bin not null,
    -- Its last characters, for people to tell which one it is.
    ending       char(4)      character set ascii collate ascii_bin not null,
    made_by      varchar(250) not null,
    made_at      datetime(6)  not null,
    expires_at   datetime(6)  null,
    last_used_at datetime(6)  null,
    unique key api_token_name (name),
    unique key api_token_hash (hash)
) engine = innodb default charset = utf8mb4;
