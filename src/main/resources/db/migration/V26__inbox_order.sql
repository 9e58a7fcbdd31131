-- In the order of the list of one kind.
create index inbox_of_kind_in_order on inbox_task (school, kind, opened_at, task);
