package org.libpass.policy.facts;

/** Question to the lending school: may this be lent on this card now? */
public record Lending() implements Question {}
