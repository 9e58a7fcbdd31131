/**
 * What the alliance and the schools write for their readers: news, and answers to frequent
 * questions, in both languages; and what librarians tell readers when they say no.
 *
 * <p>Owns the texts and the record of who changed them; how they look is for the web.
 */
@ApplicationModule(
    displayName = "Content",
    allowedDependencies = {"platform", "school"})
@NullMarked
package org.libpass.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
