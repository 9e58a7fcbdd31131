package org.libpass_bad.policy.facts;

/** Breaks the rule that facts know only Java. */
record KnowsCard(org.libpass_bad.card.Card card) {}
