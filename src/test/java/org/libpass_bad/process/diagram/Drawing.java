package org.libpass_bad.process.diagram;

/** Imported by web from below the root of process. */
public record Drawing() {}
