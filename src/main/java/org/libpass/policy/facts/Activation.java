package org.libpass.policy.facts;

/** Question: may this reader of ours use the service at all? */
public record Activation() implements Question {}
