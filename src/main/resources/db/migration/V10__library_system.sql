-- How each school's library system answered of late: survives a restart, and is seen from every node.
create table library_system (
  school varchar(8) not null primary key,
  last_good timestamp(6) with time zone,
  last_error timestamp(6) with time zone,
  trouble varchar(20),
  failing_since timestamp(6) with time zone,
  resting_until timestamp(6) with time zone,
  median_millis int,
  slowest_millis int
);
