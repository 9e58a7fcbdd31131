package org.libpass.reader;

import org.libpass.testing.OnPostgres;

@OnPostgres
class LooksOnPostgresTests extends LooksPaths {}
