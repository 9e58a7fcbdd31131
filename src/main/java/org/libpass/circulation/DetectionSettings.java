package org.libpass.circulation;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the lending schools' systems are asked about a card: the budget. With 50 open cards at
 * each of 39 schools, the defaults ask a system some 1,900 slots in half an hour, a question a
 * second, besides those in use.
 *
 * @param enabled whether they are asked by themselves at all
 * @param inUse how long to wait between two questions about a card with books out there
 * @param borrowing the same about a card that is in use elsewhere, or that has just ended
 * @param unused the same about a card that nothing was borrowed on, in the opening hours
 * @param silence for how long a system is asked in vain before its librarians get a task
 * @param byHand the codes of schools that lend by hand although they have a connection
 */
@ConfigurationProperties("libpass.detection")
record DetectionSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("5m") Duration inUse,
    @DefaultValue("10m") Duration borrowing,
    @DefaultValue("30m") Duration unused,
    @DefaultValue("24h") Duration silence,
    @DefaultValue Set<String> byHand) {

  DetectionSettings {
    byHand = Set.copyOf(byHand);
  }
}
