/** The pages of policy administrators: which rules are in force, and what is wrong with a file. */
@NullMarked
package org.libpass.web.policy;

import org.jspecify.annotations.NullMarked;
