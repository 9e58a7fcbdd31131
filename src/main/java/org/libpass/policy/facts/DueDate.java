package org.libpass.policy.facts;

/**
 * A due date.
 *
 * @param closedDay whether the lending school is closed on that day
 */
public record DueDate(boolean closedDay) {}
