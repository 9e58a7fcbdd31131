package org.libpass.clearance;

import org.libpass.testing.OnPostgres;

@OnPostgres
class ClearanceOnPostgresTests extends ClearancePaths {}
