-- The demo's stand-in library systems. Their items are what they were on the first day, but for those below.
create table standin_start (
  first_day date not null primary key
);

create table standin_item (
  school varchar(8) not null,
  barcode varchar(40) not null,
  status varchar(20) not null,
  holder varchar(40),
  due date,
  held_for varchar(40),
  primary key (school, barcode)
);
