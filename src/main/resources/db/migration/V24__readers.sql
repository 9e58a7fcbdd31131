-- Who of the staff looked at a reader's data, when and on which page: once for a person, a page and an hour. Rows are
-- only added, and go with the reader's row.
create table reader_look (
  reader uuid not null references reader (id) on delete cascade,
  looked_by varchar(64) not null,
  place varchar(20) not null,
  looked_hour timestamp(6) with time zone not null,
  looked_at timestamp(6) with time zone not null,
  primary key (reader, looked_by, place, looked_hour)
);
create index reader_look_by_time on reader_look (reader, looked_at);

-- The first day on which the reader gets no new card, null while nobody has said that the reader leaves.
alter table reader add column leaving_from date;

-- What librarians did to a reader's standing, in order; rows are only added, and go with the reader's row.
create table reader_event (
  reader uuid not null references reader (id) on delete cascade,
  number int not null,
  kind varchar(20) not null,
  happened_at timestamp(6) with time zone not null,
  done_by varchar(64) not null,
  note varchar(500),
  from_day date,
  primary key (reader, number)
);

-- Lists of readers who leave, for the page that tells who of them has anything left: kept for a short while, so that
-- the page can be loaded again, saved as a file, and acted on.
create table clearance (
  id uuid not null primary key,
  school varchar(8) not null,
  made_by varchar(64) not null,
  made_at timestamp(6) with time zone not null
);
create index clearance_by_age on clearance (made_at);

create table clearance_line (
  clearance uuid not null references clearance (id) on delete cascade,
  line int not null,
  number varchar(40) not null,
  -- what is wrong with the line by itself, null for nothing
  problem varchar(20),
  -- the line in which the number stands already, where that is what is wrong
  other_line int,
  primary key (clearance, line)
);
