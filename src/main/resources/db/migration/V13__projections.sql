-- Typed tables beside the record store. Nothing is filled here: the next start does it, because no row of `projection` says that
-- it was done.

-- How far each projection was filled as the program declares it.
create table if not exists projection (
    name varchar(64) not null comment 'the table in the database',
    type varchar(64) not null comment 'the records'' table on the wire',
    version char(64) character set ascii collate ascii_bin not null comment 'stands for how rows are made of records',
    after_id varchar(255) comment 'filled up to this id; null when it was filled to the end',
    primary key (name, type)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Which records in use name which others, of those that a room asks for.
create table if not exists record_reference (
    type varchar(64) not null,
    id varchar(255) not null,
    target varchar(64) not null comment 'the table of the record that is named',
    field varchar(100) not null comment 'by which key',
    target_id varchar(255) not null,
    primary key (type, id, target, field),
    key record_reference_target (target, target_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
