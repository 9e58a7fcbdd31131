package org.libpass.policy.facts;

/**
 * The home school's state when a card is applied for.
 *
 * @param openCards its open cards at this moment
 * @param freeSlots its slots that no card holds and that have settled
 */
@Chinese("所屬校")
public record School(@Chinese("有效張數") int openCards, @Chinese("可用帳號數") int freeSlots) {}
