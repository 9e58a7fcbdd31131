package org.libpass.policy.facts;

/** Question to the lending school: may this be lent on this card now? */
@Chinese("借書")
public record Lending() implements Question {}
