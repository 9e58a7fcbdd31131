package org.libpass.policy.facts;

/** Question: how soon should a librarian have answered a task? */
public record Review() implements Question {}
