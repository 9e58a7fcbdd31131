package org.libpass.card;

import org.libpass.testing.OnPostgres;

@OnPostgres
class QuotaUnderLoadOnPostgresTests extends QuotaUnderLoad {}
