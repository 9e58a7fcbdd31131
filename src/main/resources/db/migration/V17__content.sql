-- News and questions that the alliance and the schools write for their readers, in both languages.
create table article (
  id uuid not null primary key,
  version int not null,
  -- counts up in the order in which they were first written
  written bigint generated always as identity,
  -- null: the alliance's
  school varchar(8) references school (code),
  section varchar(20) not null,
  -- the first day on which it is shown
  since date not null,
  title_zh varchar(120) not null,
  title_en varchar(120) not null,
  text_zh varchar(4000) not null,
  text_en varchar(4000) not null
);

create index article_by_section on article (section, since);
create index article_by_school on article (school);
