-- What one school's librarians have to tell another's about a card; written once, then only marked as done.
create table school_message (
  id uuid not null primary key,
  from_school varchar(8) not null,
  to_school varchar(8) not null,
  card uuid not null,
  barcode varchar(60),
  body varchar(1000) not null,
  sent_by varchar(64) not null,
  sent_at timestamp(6) with time zone not null,
  -- the message to which this is the answer
  answers uuid,
  done_at timestamp(6) with time zone,
  done_by varchar(64)
);
create index school_message_of_card on school_message (card, sent_at);

-- Library systems that were asked in vain for so long that their librarians have a task.
create table silence (
  id uuid not null primary key,
  school varchar(8) not null,
  opened_at timestamp(6) with time zone not null,
  -- true while it lasts, null afterwards: one at a time for a school
  still_open boolean,
  ended_at timestamp(6) with time zone,
  constraint one_open_silence unique (school, still_open)
);

-- What a task is about, so that the inbox is listed and searched without a query for each row. Keys of people
-- only: their names are read where they are kept.
alter table inbox_task add column reader uuid;
alter table inbox_task add column card uuid;
-- the title or barcode of the item that it is about
alter table inbox_task add column item varchar(300);
-- the other school: the lender that does not answer, or the one that has written
alter table inbox_task add column other_school varchar(8);

update inbox_task set card = subject where kind in ('CARD_REVIEW', 'OVERDUE');
update inbox_task set card = (select d.card from disagreement d where d.id = inbox_task.subject),
  item = (select coalesce(d.title, d.barcode) from disagreement d where d.id = inbox_task.subject)
where kind = 'DISAGREEMENT';
update inbox_task set other_school = (select r.lender from slot_release r where r.id = inbox_task.subject)
where kind = 'RELEASE';
update inbox_task set reader = (select a.reader_id from activation a where a.id = inbox_task.subject)
where kind = 'ACTIVATION';
update inbox_task set reader = (select c.reader_id from card c where c.id = inbox_task.card)
where card is not null;

-- In the order of the list, and for the counts by kind and lateness.
drop index inbox_of_school;
create index inbox_in_order on inbox_task (school, opened_at, task);
create index inbox_by_kind on inbox_task (school, kind, target);

-- What the library system said of a reader when an activation was decided; goes with the reader's row.
create table reviewed_record (
  activation uuid not null primary key,
  reader uuid not null references reader (id) on delete cascade,
  reviewed_at timestamp(6) with time zone not null,
  name varchar(120) not null,
  identity varchar(60),
  unit varchar(120),
  expiry date,
  library_email varchar(254)
);
create index reviewed_record_of_reader on reviewed_record (reader, reviewed_at);

-- A school's own reasons for saying no, in the order in which librarians are offered them.
create table decline_reason (
  school varchar(8) not null,
  question varchar(20) not null,
  place int not null,
  text_zh varchar(200) not null,
  text_en varchar(200) not null,
  primary key (school, question, place)
);
