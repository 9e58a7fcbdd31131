package org.libpass.process;

import org.libpass.testing.OnH2;

@OnH2
class ActivationReviewOnH2Tests extends ActivationReviewPaths {}
