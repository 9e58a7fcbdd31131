package org.libpass.circulation;

import org.libpass.testing.OnPostgres;

@OnPostgres
class SystemDeskOnPostgresTests extends SystemDeskPaths {}
