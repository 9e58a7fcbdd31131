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
@Chinese("借書證")
public record Card(
    @Chinese("已列印") boolean printed,
    @Chinese("已借冊數") int itemsLent,
    @Chinese("未還冊數") int itemsOut,
    @Chinese("本館未還冊數") int itemsOutHere,
    @Chinese("期限已過") boolean lastDayOver,
    @Chinese("可借冊數") int itemsLeft) {}
