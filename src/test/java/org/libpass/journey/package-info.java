/**
 * Whole visits through the pages, as a reader and the librarians make them: over HTTP, and in a
 * browser.
 *
 * <p>{@code mvn -q -Ppictures test} draws the README's pictures anew, with {@link
 * org.libpass.journey.PicturesOfTheJourney}, which no other run picks up.
 */
@NullMarked
package org.libpass.journey;

import org.jspecify.annotations.NullMarked;
