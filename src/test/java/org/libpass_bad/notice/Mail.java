package org.libpass_bad.notice;

/** Imported by card. */
public record Mail() {}
