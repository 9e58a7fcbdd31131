package org.libpass.circulation;

import org.libpass.testing.OnPostgres;

@OnPostgres
class CardListOnPostgresTests extends CardListPaths {}
