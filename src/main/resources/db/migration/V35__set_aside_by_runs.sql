-- How many records a run set aside, beside what its step Integrate took in: so that what a run is said to have done adds up.
alter table sync_step
    add column if not exists set_aside bigint after sent;
