package org.libpass_bad.card;

/** Breaks the rule that Drools is known only in policy. */
record NamesDrools(org.kie.api.runtime.KieSession session) {}
