-- What a run is to do, so that whoever takes it up again knows.
alter table sync_run add column if not exists plan varchar(20) not null default 'usual' after id;

update sync_run set plan = 'first'
where id in (select run_id from sync_step where step = 'prepare');
