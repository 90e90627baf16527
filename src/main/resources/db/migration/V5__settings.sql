-- What people chose on the pages, under the names of the configuration. No row: the setting's default holds.
create table setting (
    name  varchar(100)  character set ascii collate ascii_bin not null primary key,
    value varchar(1000) not null
) engine = innodb default charset = utf8mb4;

insert into setting (name, value) select 'relais.sync.interval', concat(seconds, 's') from sync_interval;

drop table sync_interval;

-- The password's hash is as good as the password, so it is sealed with the key file; what an older version left is sealed at the start.
alter table site change password_sha256 sealed_password varchar(250) character set ascii collate ascii_bin not null;
