-- Sign-ins that failed of late, or are being tried right now: what throttling counts, on every node alike.
-- The subject is a hash, because an account may look like a national ID number.
create table sign_in_attempt (
  id uuid not null primary key,
  subject varchar(64) not null,
  tried_at timestamp(6) with time zone not null
);

create index sign_in_attempt_subject on sign_in_attempt (subject, tried_at);
create index sign_in_attempt_time on sign_in_attempt (tried_at);
