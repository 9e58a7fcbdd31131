create table reader (
  id uuid not null primary key,
  version int not null,
  school varchar(8) not null,
  number varchar(40) not null,
  name varchar(120) not null,
  identity varchar(60),
  unit varchar(120),
  expiry date,
  library_email varchar(254),
  email varchar(254),
  phone varchar(40),
  status varchar(20) not null,
  language varchar(10) not null,
  privacy_version varchar(40),
  rules_version varchar(80),
  consented_at timestamp(6) with time zone,
  overdue_items int,
  fines_owed decimal(12, 2),
  asked_at timestamp(6) with time zone not null,
  constraint reader_number_at_school unique (school, number)
);

-- What the home school's library system named in its last answer.
create table home_item (
  reader uuid not null references reader (id) on delete cascade,
  reader_key int not null,
  kind varchar(20) not null,
  barcode varchar(60) not null,
  title varchar(300),
  due_date date,
  primary key (reader, reader_key)
);

create table activation (
  id uuid not null primary key,
  version int not null,
  reader_id uuid not null,
  school varchar(8) not null,
  state varchar(20) not null,
  email varchar(254) not null,
  phone varchar(40) not null,
  submitted_at timestamp(6) with time zone not null,
  decision_id uuid not null,
  decided_at timestamp(6) with time zone,
  decided_by varchar(60),
  reason varchar(500)
);
create index activation_of_reader on activation (reader_id);
