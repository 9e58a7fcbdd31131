package org.libpass_bad.modules.one;

/** Breaks its arrows and closes a cycle. */
public record One(org.libpass_bad.modules.two.Two two) {}
