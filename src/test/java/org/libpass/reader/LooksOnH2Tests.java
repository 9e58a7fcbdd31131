package org.libpass.reader;

import org.libpass.testing.OnH2;

@OnH2
class LooksOnH2Tests extends LooksPaths {}
