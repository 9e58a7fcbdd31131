-- Every set of rule texts that was ever in force, named by its content.
create table rules_text (
  hash varchar(64) not null primary key,
  school varchar(8) not null,
  alliance_body text not null,
  school_body text,
  first_seen timestamp(6) with time zone not null
);

-- What was decided and why; rows are only added.
create table decision (
  id uuid not null primary key,
  made_at timestamp(6) with time zone not null,
  school varchar(8) not null,
  question varchar(20) not null,
  subject_kind varchar(20) not null,
  subject uuid not null,
  outcome varchar(10) not null,
  inputs text not null,
  reasons text not null,
  limits text not null,
  rules_hash varchar(64) not null references rules_text (hash)
);

create index decision_of_subject on decision (subject, made_at);
