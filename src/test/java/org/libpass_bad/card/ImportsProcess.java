package org.libpass_bad.card;

/** Breaks the rule that only web imports process. */
record ImportsProcess(org.libpass_bad.process.Inbox inbox) {}
