package org.libpass.reader;

import java.util.UUID;

/**
 * An activation was granted or refused, by a librarian or by policy at once.
 *
 * @param activation which
 * @param reader whose
 * @param granted the answer
 */
public record ActivationDecided(UUID activation, UUID reader, boolean granted) {}
