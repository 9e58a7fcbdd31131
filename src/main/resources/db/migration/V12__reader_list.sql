-- Lists of readers that a school without a connection uploads. The rows wait here between the preview and its
-- confirmation, for an hour at most; what stays of a list that was taken over is who did so, when, and the counts.
create table reader_list (
  id uuid not null primary key,
  version int not null,
  school varchar(8) not null,
  uploaded_by varchar(64) not null,
  compared_at timestamp(6) with time zone not null,
  -- how many lists of the school had been taken over when it was compared: at its confirmation still the same
  lists_before int not null,
  charset varchar(20) not null,
  ignored_columns varchar(500) not null,
  applied_at timestamp(6) with time zone,
  added int,
  changed int,
  unchanged int
);
create index reader_list_of_school on reader_list (school, applied_at);

create table listed_reader (
  reader_list uuid not null references reader_list (id) on delete cascade,
  reader_list_key int not null,
  line int not null,
  number varchar(40) not null,
  name varchar(120) not null,
  identity varchar(60),
  unit varchar(120),
  expiry date,
  email varchar(254),
  overdue_items int,
  fines_owed decimal(12, 2),
  primary key (reader_list, reader_list_key)
);

-- Links by which readers of such a school sign in. The link itself is only in the mail: here is its SHA-256.
create table sign_in_link (
  token_hash varchar(64) not null primary key,
  reader uuid not null references reader (id) on delete cascade,
  asked_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  -- false once it was used, or a newer one was asked for
  usable boolean not null
);
create index sign_in_link_of_reader on sign_in_link (reader, asked_at);
create index sign_in_link_by_age on sign_in_link (asked_at);
