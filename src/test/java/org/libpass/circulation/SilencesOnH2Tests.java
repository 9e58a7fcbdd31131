package org.libpass.circulation;

import org.libpass.testing.OnH2;

@OnH2
class SilencesOnH2Tests extends SilencePaths {}
