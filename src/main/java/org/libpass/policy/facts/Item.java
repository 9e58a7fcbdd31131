package org.libpass.policy.facts;

import org.jspecify.annotations.Nullable;

/**
 * The item to be lent.
 *
 * @param type the alliance's word for the kind of item, null when unknown
 */
public record Item(@Nullable String type) {}
