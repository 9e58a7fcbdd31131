package org.libpass.process;

import org.libpass.testing.OnH2;

@OnH2
class InboxListOnH2Tests extends InboxListPaths {}
