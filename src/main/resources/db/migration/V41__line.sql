-- What a run moved on the line, and since when one of its steps waits for a line that dropped.
alter table sync_run
    add column if not exists bytes_received bigint after received,
    add column if not exists bytes_sent bigint after bytes_received;
alter table sync_step
    add column if not exists waiting_since datetime(6) after finished_at;
