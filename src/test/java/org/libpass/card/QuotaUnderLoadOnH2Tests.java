package org.libpass.card;

import org.libpass.testing.OnH2;

@OnH2
class QuotaUnderLoadOnH2Tests extends QuotaUnderLoad {}
