package org.libpass.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a policy administrator is working on.
 *
 * @param base the number of the owner's newest version when the work began, 0 when there was none
 * @param savedAt when it was saved last, null when nothing has been changed yet
 */
public record RuleDraft(RuleOwner owner, int base, RuleTexts texts, @Nullable Instant savedAt) {}
