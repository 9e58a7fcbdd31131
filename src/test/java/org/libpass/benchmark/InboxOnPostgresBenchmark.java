package org.libpass.benchmark;

import org.libpass.testing.OnPostgres;

@OnPostgres
class InboxOnPostgresBenchmark extends InboxTime {}
