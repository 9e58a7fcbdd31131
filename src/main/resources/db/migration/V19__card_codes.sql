-- A card whose paper its reader has lost gets new codes; what an older paper says is refused from then on.
alter table card add column generation int default 1 not null;

-- The keys that seal codes, for an installation that is given none from outside. The newest seals, all are recognised.
create table seal_key (
  id int not null primary key,
  public_key bytea not null,
  private_key bytea not null,
  made_at timestamp(6) with time zone not null
);
