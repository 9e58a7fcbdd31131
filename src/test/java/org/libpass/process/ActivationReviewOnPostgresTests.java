package org.libpass.process;

import org.libpass.testing.OnPostgres;

@OnPostgres
class ActivationReviewOnPostgresTests extends ActivationReviewPaths {}
