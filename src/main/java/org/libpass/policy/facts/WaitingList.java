package org.libpass.policy.facts;

/** Question to the home school: who waits for a free card, and how long does an offer stand? */
@Chinese("候補")
public record WaitingList() implements Question {}
