package org.libpass.reader;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;

/**
 * The home library system's last answer on what a reader has there.
 *
 * @param overdueItems how many items are overdue, null when unknown
 * @param finesOwed unpaid fines in New Taiwan dollars, null when unknown
 * @param overdue the overdue items as far as they are named
 * @param holdShelf items that wait for pickup
 * @param requests what came from another library and waits for pickup, in words
 * @param askedAt when the system answered
 */
public record HomeRecord(
    @Nullable Integer overdueItems,
    @Nullable BigDecimal finesOwed,
    List<ChargedItem> overdue,
    List<ChargedItem> holdShelf,
    List<String> requests,
    Instant askedAt) {}
