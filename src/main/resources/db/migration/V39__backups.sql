-- What became of each backup. The files themselves lie in their folder; what a folder holds, it tells itself.
create table if not exists backup_attempt (
    id bigint not null auto_increment primary key,
    asked_by varchar(250) comment 'who wanted it; null: the schedule',
    started_at datetime(6) not null,
    finished_at datetime(6) comment 'null while it is being made',
    file varchar(255) comment 'its name in the folder; null when none was made',
    size bigint comment 'in bytes',
    row_count bigint comment 'of all tables together',
    proven_at datetime(6) comment 'when it had been restored into another database and compared; null when it was not',
    problem varchar(40) comment 'why there is none, or why it is not proven',
    detail varchar(1000) comment 'words for the support team'
) engine = InnoDB default charset = utf8mb4;
