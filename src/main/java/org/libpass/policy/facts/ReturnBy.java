package org.libpass.policy.facts;

/** Question to the lending school: until when must a loan be back? */
public record ReturnBy() implements Question {}
