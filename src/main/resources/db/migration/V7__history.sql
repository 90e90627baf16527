-- What a look back reads of a run, beside it: how much it sent and fetched. Kept with every write of the run, so that a month
-- is summed up from one index, without the steps (docs/decisions/0111).
alter table sync_run
    add column sent bigint not null default 0,
    add column received bigint not null default 0;

update sync_run r
join (
    select run_id,
        sum(coalesce(sent, 0)) as sent,
        sum(if(step in ('pull-central', 'pull-remote', 'pull-v6'), coalesce(done, 0), 0)) as received
    from sync_step group by run_id
) s on s.run_id = r.id
set r.sent = s.sent, r.received = s.received;

alter table sync_run
    add key by_start (started_at, outcome, finished_at, sent, received),
    add key by_trigger (trigger_key, id);
