package org.libpass.policy.facts;

/** Question to the lending school: until when must a loan be back? */
@Chinese("應還日")
public record ReturnBy() implements Question {}
