package org.libpass.school;

import org.libpass.testing.OnPostgres;

/** The same on PostgreSQL: dates, times of the day and codes are bound and read alike. */
@OnPostgres
class DemoSchoolsOnPostgresTests extends DemoSchoolsTests {}
