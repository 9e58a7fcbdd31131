package org.libpass_bad.web;

/** Imported by card. */
public record Page() {}
