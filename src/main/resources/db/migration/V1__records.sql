-- The record store, the inbox and the outbox. Reasons: docs/decisions/0030 to 0034.
--
-- Ids and type names keep their case and their blanks: utf8mb4_nopad_bin ('a ' is not 'a', which utf8mb4_bin would say).
-- All times are UTC.

-- Numbers of contents, taken a thousand at a time: an arriving batch numbers its records without asking the database for each.
create sequence content_number start with 1000 increment by 1000 cache 100 engine = InnoDB;

-- The text of every record, written once, at the moment the record arrives or is changed here, and not moved:
-- integrating a record only moves its narrow row from the inbox into record_entry. Rows are added at the end, so a million
-- records are written at the speed of a thousand. A text that nothing points at any more is deleted by whoever unlinks it.
create table content (
    number bigint not null comment 'from content_number; later arrivals have larger numbers',
    data longtext not null comment 'the JSON object exactly as it came, or as it was saved here in the same (pull) form',
    primary key (number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The one home of every record of a known type: which records there are, whose they are, and where their text is.
create table record_entry (
    type varchar(64) not null comment 'the table''s name on the wire',
    id varchar(255) not null comment 'a preference''s is its key and its store''s id: well beyond a UUID',
    store_id varchar(64) comment 'the store that owns the record, by its type''s rule; null when it belongs to no store',
    content bigint not null comment 'content.number',
    received_at datetime(6) not null comment 'when this version came, from a central server or from a person here',
    changed_at datetime(6) not null comment 'when the row last changed, deletions and merges included',
    deleted_at datetime(6) comment 'soft deletion; null while the record is in use. Other records may go on referring to it',
    primary key (type, id),
    key record_entry_store (type, store_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Merged items, names and clinicians: whoever refers to the record means the kept one. into_id is never merged itself.
create table record_merge (
    type varchar(64) not null,
    id varchar(255) not null comment 'the record that was merged away',
    into_id varchar(255) not null comment 'the record that stands for it now',
    primary key (type, id),
    key record_merge_into (type, into_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What came in and is not in the store: emptied by integrating, in the order of the key. What stays was set aside.
-- Wider than the store on purpose: a record with a broken id must not fail the batch that it came in.
create table inbox (
    number bigint not null comment 'order of arrival; the same as content.number of its text (deletes have none)',
    channel enum ('CENTRAL_RECORDS', 'QUEUED_RECORDS', 'OPEN_PULL') not null,
    type varchar(255) not null,
    record_id varchar(255) not null,
    action enum ('UPSERT', 'DELETE', 'MERGE') not null,
    store_id varchar(255),
    ref1 varchar(255) comment 'values of the type''s blocking references, in the type''s order; of a merge: the id to keep',
    ref2 varchar(255) comment 'of a merge: the id to delete',
    ref3 varchar(255),
    ref4 varchar(255),
    ref5 varchar(255),
    ref6 varchar(255),
    ref7 varchar(255),
    ref8 varchar(255),
    state enum ('NEW', 'WAITING', 'BROKEN', 'UNKNOWN_TYPE', 'REFUSED') not null
        comment 'NEW: to be integrated. WAITING: retried by itself when what it refers to is there. The others wait for a new arrival or a new version of the program',
    reason varchar(32) comment 'why it is not in the store; null while NEW',
    field varchar(255) comment 'the field that the reason is about',
    detail varchar(1000) comment 'REFERENCE_MISSING: table and id, parted by a blank; else words for the support team',
    since datetime(6) not null comment 'when it came',
    primary key (type, record_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Up to where each channel was received; moves only in the transaction that holds what was received.
create table channel_cursor (
    channel enum ('CENTRAL_RECORDS', 'QUEUED_RECORDS', 'OPEN_PULL') not null,
    position bigint not null,
    primary key (channel)
) engine = InnoDB;

-- Doors that are held for one transaction. INBOX: one receiver at a time, so that numbers grow in the order of commits.
-- STORE: integrating holds it alone, local changes hold it together, so no arrival overwrites a change that commits meanwhile.
create table record_gate (
    name enum ('INBOX', 'STORE') not null,
    primary key (name)
) engine = InnoDB;

insert into record_gate (name) values ('INBOX'), ('STORE');

create sequence outbox_revision start with 1 increment by 1 cache 100 engine = InnoDB;

-- Changes made here that a central server has still to be told of: one row per changed record.
create table outbox (
    type varchar(64) not null,
    id varchar(255) not null,
    revision bigint not null comment 'from outbox_revision; a later change of the record gets a larger one',
    action enum ('UPSERT', 'DELETE') not null,
    legacy_revision bigint not null default 0 comment 'the revision that the mSupply central server has',
    open_revision bigint not null default 0 comment 'the revision that the Open mSupply central server has',
    since datetime(6) not null comment 'of the oldest change that still waits',
    reason varchar(32) comment 'why this revision could not be written for the wire; null when it can',
    field varchar(255),
    detail varchar(1000),
    primary key (type, id),
    key outbox_revision_order (revision)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- A record whole, as the other rooms read it.
create view record as
select e.type, e.id, e.store_id, c.data, e.received_at, e.changed_at, e.deleted_at, m.into_id as merged_into
from record_entry e
join content c on c.number = e.content
left join record_merge m on m.type = e.type and m.id = e.id;

-- Types that screens query, without deleted records. JSON_VALUE gives '1' and '0' for true and false.
create view store_view as
select
    e.id,
    json_value(c.data, '$.code') as code,
    json_value(c.data, '$.name_ID') as name_id,
    json_value(nc.data, '$.name') as name,
    cast(json_value(c.data, '$.sync_id_remote_site') as signed) as site_id,
    json_value(c.data, '$.store_mode') as mode,
    coalesce(json_value(c.data, '$.disabled'), '0') = '1' as disabled
from record_entry e
join content c on c.number = e.content
left join record_entry n on n.type = 'name' and n.id = json_value(c.data, '$.name_ID')
left join content nc on nc.number = n.content
where e.type = 'store' and e.deleted_at is null;

create view name_view as
select
    e.id,
    json_value(c.data, '$.name') as name,
    json_value(c.data, '$.code') as code,
    json_value(c.data, '$.type') as type,
    coalesce(json_value(c.data, '$.customer'), '0') = '1' as customer,
    coalesce(json_value(c.data, '$.supplier'), '0') = '1' as supplier
from record_entry e
join content c on c.number = e.content
where e.type = 'name' and e.deleted_at is null;

create view location_type_view as
select
    e.id,
    json_value(c.data, '$.Description') as description,
    cast(json_value(c.data, '$.Temperature_min') as double) as temperature_min,
    cast(json_value(c.data, '$.Temperature_max') as double) as temperature_max
from record_entry e
join content c on c.number = e.content
where e.type = 'Location_type' and e.deleted_at is null;

create view location_view as
select
    e.id,
    e.store_id,
    json_value(c.data, '$.code') as code,
    json_value(c.data, '$.Description') as description,
    nullif(json_value(c.data, '$.type_ID'), '') as type_id,
    coalesce(json_value(c.data, '$.hold'), '0') = '1' as on_hold,
    cast(json_value(c.data, '$.Volume') as double) as volume,
    e.changed_at
from record_entry e
join content c on c.number = e.content
where e.type = 'Location' and e.deleted_at is null;
