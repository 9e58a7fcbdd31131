/**
 * What a rule file may see: the questions that are asked of policy, and the facts of one case. A
 * null says "unknown", which is neither "no" nor "zero".
 *
 * <p>Uses nothing but {@code java.*} (and the annotations for null and module), so that a rule can
 * reach nothing else from here.
 */
@NamedInterface("facts")
@NullMarked
package org.libpass.policy.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
