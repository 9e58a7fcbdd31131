package org.libpass.circulation;

import org.libpass.testing.OnH2;

@OnH2
class PaperDeskOnH2Tests extends PaperDeskPaths {}
