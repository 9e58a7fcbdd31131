package org.libpass.circulation;

import java.time.Instant;
import java.util.UUID;
import org.libpass.school.SchoolCode;

/**
 * A library system that was asked in vain for so long that the librarians of its school have to
 * know.
 *
 * @param school whose system it is
 * @param openedAt since when librarians have been asked to see to it
 */
public record Silence(UUID id, SchoolCode school, Instant openedAt) {}
