package org.libpass_bad.card;

/** Known to a fact that should not know it. */
public record Card() {}
