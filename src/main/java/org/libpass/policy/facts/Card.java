package org.libpass.policy.facts;

/**
 * The card that lies on the desk.
 *
 * @param printed whether it has been printed
 * @param itemsLent items lent on it over its life, at any school
 * @param itemsOut items of those that are still out
 * @param itemsOutHere items of those that are still out from this lending school
 * @param lastDayOver whether its last valid day has passed
 * @param itemsLeft how many more it may borrow, by the total written into it at issue
 */
public record Card(
    boolean printed,
    int itemsLent,
    int itemsOut,
    int itemsOutHere,
    boolean lastDayOver,
    int itemsLeft) {}
