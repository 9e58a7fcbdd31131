/**
 * The pages of policy administrators: how rules stand and what they say in plain words, changing
 * them, trying a change before it counts, publishing, and what was published before.
 *
 * <p>{@code PolicyAccess} says whose rules an account may read and change; every page asks it.
 */
@NullMarked
package org.libpass.web.policy;

import org.jspecify.annotations.NullMarked;
