package org.libpass.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is live for the alliance or for one school with a folder of its own.
 *
 * @param school {@code alliance}, or the school's code
 * @param file its rule file, relative to the rules directory
 * @param rules the rules in force; {@code alliance} in there for a school whose own file has never
 *     been good since the start
 * @param since since when those are in force on this node
 * @param error what is wrong with the file as it is on disk now, null when it is live
 */
public record RulesStatus(
    String school, String file, RulesVersion rules, Instant since, @Nullable RulesError error) {}
