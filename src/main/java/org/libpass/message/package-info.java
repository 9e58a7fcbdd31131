/**
 * Messages between schools: what one library's librarians have to tell another's about a card, such
 * as a book that is wanted back. A message waits for the librarians of the school that gets it
 * ({@link org.libpass.message.MessageProcess}); an answer to it is a message the other way.
 *
 * <p>Knows cards by their ids only. What people write here goes into no log.
 */
@ApplicationModule(
    displayName = "Messages between schools",
    allowedDependencies = {"platform", "school"})
@NullMarked
package org.libpass.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
