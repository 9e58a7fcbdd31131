package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.school.County;
import org.libpass.school.School;

/**
 * Where and when a reader could go with a card issued now.
 *
 * @param days the days of the card, today first
 * @param areas the libraries that can be visited on one of them, by county
 * @param never the libraries that are closed on all of them
 */
record Trip(List<Day> days, List<Area> areas, List<Stop> never) {

  /** How many libraries can be visited. */
  public int reachable() {
    return areas.stream().mapToInt(area -> area.stops().size()).sum();
  }

  /**
   * A day.
   *
   * @param open how many libraries are open; today only those that have not closed for the day
   * @param closed the others
   */
  record Day(LocalDate day, int open, List<School> closed) {}

  /**
   * A county or city.
   *
   * @param own whether the home school stands there
   */
  record Area(County county, boolean own, List<Stop> stops) {}

  /**
   * A library.
   *
   * @param when in words, such as “open tomorrow; closed on Saturday”
   */
  record Stop(Partner partner, String when) {}
}
