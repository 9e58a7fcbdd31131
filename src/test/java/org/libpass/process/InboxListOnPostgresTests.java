package org.libpass.process;

import org.libpass.testing.OnPostgres;

@OnPostgres
class InboxListOnPostgresTests extends InboxListPaths {}
