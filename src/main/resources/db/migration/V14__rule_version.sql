-- Every set of rule texts that was ever published, by owner (a school's code or "alliance"). Rows are only
-- added; the one thing that changes is that a version which waits for its date may be withdrawn.
create table rule_version (
  owner varchar(8) not null,
  number int not null,
  rules text not null,
  examples text not null,
  words text not null,
  hash varchar(64) not null,
  origin varchar(10) not null,
  author varchar(80),
  reason varchar(500),
  report text not null,
  published_at timestamp(6) with time zone not null,
  effective_at timestamp(6) with time zone not null,
  scheduled boolean not null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_by varchar(80),
  primary key (owner, number)
);

create index rule_version_by_hash on rule_version (owner, hash);

-- One row: counts what was published. Publishing locks it; a decision sees by it whether what it knows is still so.
create table rule_epoch (
  one int not null primary key check (one = 1),
  epoch bigint not null
);

insert into rule_epoch (one, epoch) values (1, 0);

insert into rule_version (owner, number, rules, examples, words, hash, origin, report,
                          published_at, effective_at, scheduled)
select 'alliance', row_number() over (order by min(first_seen)), alliance_body, '', '',
       concat('before-', substring(min(hash), 1, 57)), 'FILE',
       '{"warnings":[],"examples":0,"flagged":[]}', min(first_seen), min(first_seen), false
from rules_text
group by alliance_body;

insert into rule_version (owner, number, rules, examples, words, hash, origin, report,
                          published_at, effective_at, scheduled)
select school, row_number() over (partition by school order by min(first_seen)), school_body, '', '',
       concat('before-', substring(min(hash), 1, 57)), 'FILE',
       '{"warnings":[],"examples":0,"flagged":[]}', min(first_seen), min(first_seen), false
from rules_text
where school_body is not null
group by school, school_body;

-- A decision names the alliance's version and, when the school has rules of its own, the school's.
alter table decision add column alliance_version int;
alter table decision add column school_version int;

update decision set
  alliance_version = (
    select v.number from rule_version v, rules_text t
    where t.hash = decision.rules_hash and v.owner = 'alliance' and v.rules = t.alliance_body),
  school_version = (
    select v.number from rule_version v, rules_text t
    where t.hash = decision.rules_hash and v.owner = t.school and v.rules = t.school_body);

alter table decision alter column alliance_version set not null;
alter table decision add constraint decision_by_published_rules check (alliance_version > 0);
alter table decision add foreign key (school, school_version) references rule_version (owner, number);
alter table decision drop column rules_hash;
drop table rules_text;

create index decision_of_school on decision (school, made_at);
