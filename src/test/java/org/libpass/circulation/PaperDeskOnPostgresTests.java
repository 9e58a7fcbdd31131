package org.libpass.circulation;

import org.libpass.testing.OnPostgres;

@OnPostgres
class PaperDeskOnPostgresTests extends PaperDeskPaths {}
