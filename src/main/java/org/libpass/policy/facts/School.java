package org.libpass.policy.facts;

/**
 * The home school's state when a card is applied for.
 *
 * @param openCards its open cards at this moment
 * @param freeSlots its slots that no card holds and that have settled
 */
public record School(int openCards, int freeSlots) {}
