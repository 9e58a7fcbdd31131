-- Accounts of librarians and administrators; a null school is the alliance itself.

create table staff_account (
  username      varchar(64)  not null primary key,
  version       int          not null,
  password_hash varchar(200) not null,
  school        varchar(8)   references school (code),
  roles         varchar(100) not null,
  display_name  varchar(60)  not null,
  email         varchar(254) not null
);
