-- What staff and the platform did that somebody may ask about later; rows are only added.
create table audit_log (
  id bigint generated always as identity primary key,
  happened_at timestamp(6) with time zone not null,
  school varchar(8),
  actor varchar(80) not null,
  action varchar(40) not null,
  subject varchar(80) not null,
  detail varchar(1000)
);

create index audit_log_of_school on audit_log (school, id);
