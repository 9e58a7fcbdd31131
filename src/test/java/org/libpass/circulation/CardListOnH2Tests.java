package org.libpass.circulation;

import org.libpass.testing.OnH2;

@OnH2
class CardListOnH2Tests extends CardListPaths {}
