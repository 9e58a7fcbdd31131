package org.libpass.policy.facts;

import org.jspecify.annotations.Nullable;

/**
 * The item to be lent.
 *
 * @param type the alliance's word for the kind of item, null when unknown
 */
@Chinese("館藏")
public record Item(@Chinese("類型") @Nullable String type) {}
