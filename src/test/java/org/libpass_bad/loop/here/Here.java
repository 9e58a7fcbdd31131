package org.libpass_bad.loop.here;

/** One half of a cycle. */
public record Here(org.libpass_bad.loop.there.There there) {}
