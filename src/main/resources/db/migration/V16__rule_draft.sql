-- What a policy administrator is working on: one draft an owner and account, gone when it is published or given up.
create table rule_draft (
  owner varchar(8) not null,
  author varchar(80) not null,
  base int not null,
  rules text not null,
  examples text not null,
  words text not null,
  saved_at timestamp(6) with time zone not null,
  primary key (owner, author)
);
