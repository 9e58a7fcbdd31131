package org.libpass.policy.facts;

/** Question to the lending school: when is a reader told of a due date? */
@Chinese("通知")
public record Notice() implements Question {}
