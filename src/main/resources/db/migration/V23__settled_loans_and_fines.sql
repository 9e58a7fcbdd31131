-- LOST or PAID: the lending school ended the loan without the item's return.
alter table loan add column settled_as varchar(10);

-- Fines that lending schools have recorded against readers, in New Taiwan dollars; owed until lifted.
create table card_fine (
  id uuid not null primary key,
  reader uuid not null,
  card uuid not null references card (id),
  lender varchar(8) not null,
  item varchar(300) not null,
  amount int not null,
  note varchar(500) not null,
  recorded_at timestamp(6) with time zone not null,
  recorded_by varchar(60) not null,
  lifted_at timestamp(6) with time zone,
  lifted_by varchar(60),
  lifted_note varchar(500)
);
create index card_fine_of_reader on card_fine (reader, lifted_at);
create index card_fine_of_card on card_fine (card, recorded_at);
