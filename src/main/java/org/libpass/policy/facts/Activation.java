package org.libpass.policy.facts;

/** Question: may this reader of ours use the service at all? */
@Chinese("開通")
public record Activation() implements Question {}
