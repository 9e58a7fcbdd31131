package org.libpass.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Texts that somebody wants to publish in the browser.
 *
 * @param base the number of the owner's newest version when the author began, 0 when there was
 *     none; if there is a newer one by now, nothing is published
 * @param author the staff account
 * @param reason why, in the author's words; 1 to 500 characters
 * @param from the first day on which it holds, after today and at most a year ahead; null for at
 *     once
 */
public record Proposal(
    RuleOwner owner,
    RuleTexts texts,
    int base,
    String author,
    String reason,
    @Nullable LocalDate from) {}
