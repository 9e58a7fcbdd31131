-- Every version of the privacy policy that was ever shown, as its file said it in both languages. Rows are only added.
create table privacy_text (
  version varchar(40) not null primary key,
  since date not null,
  source text not null
);

-- Everything that a reader ever agreed to, in order; the reader's own row names the last. Rows are only added, and
-- go with the reader's row. Without a version of the rules when only a new privacy policy was agreed to.
create table consent (
  reader uuid not null references reader (id) on delete cascade,
  number int not null,
  privacy_version varchar(40) not null,
  rules_version varchar(80),
  given_at timestamp(6) with time zone not null,
  primary key (reader, number)
);

insert into consent (reader, number, privacy_version, rules_version, given_at)
select id, 1, privacy_version, rules_version, consented_at
from reader
where privacy_version is not null and consented_at is not null;
