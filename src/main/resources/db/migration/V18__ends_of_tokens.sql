-- A token that expired stays so, also when this machine's clock is set back later.
alter table api_token add ended boolean not null default false;
