package org.libpass.policy.facts;

/** What is asked of policy. Every rule begins with one of these. */
public sealed interface Question
    permits Activation, Application, Lending, Notice, ReturnBy, Review, WaitingList {}
