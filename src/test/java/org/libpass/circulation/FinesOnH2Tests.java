package org.libpass.circulation;

import org.libpass.testing.OnH2;

@OnH2
class FinesOnH2Tests extends FinesPaths {}
