-- A token that expired stays so, also when this machine's clock is set back later.
alter table api_token add column if not exists ended boolean not null default false;
