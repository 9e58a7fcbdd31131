package org.libpass.clearance;

import org.libpass.testing.OnH2;

@OnH2
class ClearanceOnH2Tests extends ClearancePaths {}
