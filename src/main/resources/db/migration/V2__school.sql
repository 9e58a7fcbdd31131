-- Member schools, their weekly opening hours, and the days that depart from these.

create table school (
  code          varchar(8)   not null primary key,
  version       int          not null,
  name_zh       varchar(120) not null,
  name_en       varchar(120) not null,
  county        varchar(20)  not null,
  takes_part    boolean      not null,
  catalogue_url varchar(300),
  password_url  varchar(300),
  contact_email varchar(254),
  contact_phone varchar(40)
);

create table opening_hours (
  school  varchar(8) not null references school (code),
  weekday varchar(9) not null,
  opens   time       not null,
  closes  time       not null,
  primary key (school, weekday, opens),
  check (opens < closes)
);

create table closed_day (
  id            uuid         not null primary key,
  school        varchar(8)   not null references school (code),
  first_day     date         not null,
  last_day      date         not null,
  -- false: closed although the weekly hours say open; true: open although they, or another row, say closed
  open_although boolean      not null,
  note_zh       varchar(100) not null,
  note_en       varchar(100) not null,
  check (first_day <= last_day)
);

create index closed_day_by_school on closed_day (school, last_day);
create index closed_day_by_day on closed_day (last_day);
