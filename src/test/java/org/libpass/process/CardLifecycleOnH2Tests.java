package org.libpass.process;

import org.libpass.testing.OnH2;

@OnH2
class CardLifecycleOnH2Tests extends CardLifecyclePaths {}
