-- A site that was restored from a backup fetches everything anew beside what it has (docs/decisions/0150).

-- What a change that waits was made of: whether the central servers have it, or something later, shows only against that.
alter table outbox
    add column if not exists base longtext
        comment 'the record''s text before the change, as the central servers have it; null where there was none, and for older changes';

-- One row while a restored site has not yet everything that the central servers have.
create table if not exists store_renewal (
    id tinyint not null default 1 primary key check (id = 1),
    since bigint not null comment 'content.number: texts with larger ones came, or were made here, after the restore',
    revision bigint not null comment 'outbox.revision: changes with larger ones were made after the restore',
    reconciled boolean not null default false comment 'whether the changes that waited in the backup were compared with what came'
) engine = InnoDB;

alter table site
    add column if not exists restored_at datetime(6)
        comment 'when a backup was restored; null otherwise, and once everything was fetched anew';
