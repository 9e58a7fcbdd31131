package org.libpass.seal;

import org.libpass.testing.OnPostgres;

@OnPostgres
class StoredSealKeysOnPostgresTests extends StoredSealKeysPaths {}
