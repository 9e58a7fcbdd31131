package org.libpass.seal;

import org.libpass.testing.OnH2;

@OnH2
class StoredSealKeysOnH2Tests extends StoredSealKeysPaths {}
