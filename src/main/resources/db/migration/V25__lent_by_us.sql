-- A lending school looks at what came back to it of late, and a desk for a reader by the full name.
create index loan_ended_of_school on loan (lending_school, returned_at);
create index reader_of_name on reader (school, name);
