package org.libpass_bad.process;

/** Imported by card. */
public record Inbox() {}
