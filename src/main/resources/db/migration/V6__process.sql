-- Which process texts were ever deployed: none is deployed a second time by itself.
create table process_text (
  file varchar(100) not null,
  hash char(64) not null,
  deployed_at timestamp(6) with time zone not null,
  primary key (file, hash)
);

-- Where the process of a card waits in the engine.
create table process_wait (
  subject uuid not null primary key,
  activity varchar(60) not null,
  execution varchar(64) not null,
  return_by date
);

-- What the inbox lists; the assignee is the engine's alone.
create table inbox_task (
  task varchar(64) not null primary key,
  kind varchar(20) not null,
  school varchar(8) not null,
  subject uuid not null,
  opened_at timestamp(6) with time zone not null,
  target date not null,
  constraint one_open_task unique (kind, subject)
);
create index inbox_of_school on inbox_task (school, opened_at);
