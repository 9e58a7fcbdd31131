package org.libpass.ils.standin;

import org.libpass.testing.OnPostgres;

@OnPostgres
class StoredLedgerOnPostgresTests extends StoredLedgerTests {}
