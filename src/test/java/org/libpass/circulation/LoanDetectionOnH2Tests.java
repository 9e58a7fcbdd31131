package org.libpass.circulation;

import org.libpass.testing.OnH2;

@OnH2
class LoanDetectionOnH2Tests extends LoanDetectionPaths {}
