-- Mails as pages too, and mails that are no reader's: what visitors write to the alliance.
alter table mail add column html text;
alter table mail add column reply_to varchar(254);
alter table mail alter column reader drop not null;

-- What a reader was told of a day: once per loan, kind and day of the lending school's schedule.
-- Of a card itself lender and barcode are empty.
create table notice (
  card uuid not null,
  lender varchar(8) not null,
  barcode varchar(60) not null,
  kind varchar(20) not null,
  on_day date not null,
  primary key (card, lender, barcode, kind, on_day)
);
create index notice_by_day on notice (on_day);

-- The days whose morning round is over.
create table notice_round (
  on_day date not null primary key
);

-- Whether the language is the reader's own choice, not only what a browser asked for.
alter table reader add column language_chosen boolean default false not null;

-- From where visitors have written to the alliance of late, hashed.
create table contact_attempt (
  id uuid not null primary key,
  network varchar(64) not null,
  sent_at timestamp(6) with time zone not null
);
create index contact_attempt_by_time on contact_attempt (sent_at);
