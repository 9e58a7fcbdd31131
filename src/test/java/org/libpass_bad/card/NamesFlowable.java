package org.libpass_bad.card;

/** Breaks the rule that Flowable is known only in process. */
record NamesFlowable(org.flowable.engine.RuntimeService runtime) {}
