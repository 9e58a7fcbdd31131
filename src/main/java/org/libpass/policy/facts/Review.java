package org.libpass.policy.facts;

/** Question: how soon should a librarian have answered a task? */
@Chinese("審核")
public record Review() implements Question {}
