package org.libpass_bad.bare;

/** Breaks the rules for packages: it has no package-info. */
record Bare() {}
