package org.libpass.benchmark;

import org.libpass.testing.OnH2;

@OnH2
class InboxBenchmark extends InboxTime {}
