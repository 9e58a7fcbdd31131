package org.libpass.policy.facts;

/** Question to the home school: may this reader have a card now? */
public record Application() implements Question {}
