package org.libpass.policy.facts;

/** Question to the home school: may this reader have a card now? */
@Chinese("申請")
public record Application() implements Question {}
