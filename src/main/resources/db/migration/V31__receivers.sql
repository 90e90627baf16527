-- Which servers get a change is known when it is made: what no server gets does not wait. Changes of before count as everybody's
-- until the next run has been through them.
alter table outbox
    add column if not exists created boolean not null default false
        comment 'whether the record was made here and no server has been sent any of it' after action,
    add column if not exists to_legacy boolean not null default true
        comment 'whether the mSupply central server gets this change' after created,
    add column if not exists to_open boolean not null default true
        comment 'whether the Open mSupply central server gets this change' after to_legacy;
