/**
 * The lending school's pages: the desk, what it has lent, and a card that is not at hand.
 *
 * <p>A card of which the school has no part is answered like one that does not exist.
 */
@NullMarked
package org.libpass.web.desk;

import org.jspecify.annotations.NullMarked;
