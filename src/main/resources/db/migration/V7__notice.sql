-- Mails to readers: written in the transaction of what they tell of, sent later by one node.
create table mail (
  id uuid not null primary key,
  -- The Message-ID header, the same at every attempt, so that a mail sent twice is recognised.
  message_id varchar(320) not null,
  reader uuid not null,
  recipient varchar(254) not null,
  subject varchar(200) not null,
  body text not null,
  language varchar(35) not null,
  created_at timestamp(6) with time zone not null,
  next_try_at timestamp(6) with time zone not null,
  attempts int not null,
  state varchar(10) not null,
  sent_at timestamp(6) with time zone,
  last_error varchar(300),
  about_kind varchar(40) not null,
  about uuid not null,
  constraint mail_message_id unique (message_id)
);
create index mail_to_send on mail (state, next_try_at);
create index mail_by_age on mail (created_at);
create index mail_of_reader on mail (reader);
