package org.libpass.circulation;

import java.util.List;
import org.libpass.ils.Connections;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/**
 * The schools that lend through their library system. A school may have a connection that is good
 * enough for its readers' sign-in, but does not say for sure what is charged to a slot: such a one
 * is named in {@code libpass.detection.by-hand} and lends by hand.
 */
@Component
class Lenders {

  private final Schools schools;
  private final Connections connections;
  private final DetectionSettings settings;

  Lenders(Schools schools, Connections connections, DetectionSettings settings) {
    this.schools = schools;
    this.connections = connections;
    this.settings = settings;
  }

  /** Whether the school lends and takes back through its system. */
  boolean isConnected(SchoolCode lender) {
    return connections.has(lender) && !settings.byHand().contains(lender.value());
  }

  /** Those that do, and may lend to readers of {@code home}: all but that school itself. */
  List<SchoolCode> connectedFor(SchoolCode home) {
    return connected().stream().filter(lender -> !lender.equals(home)).toList();
  }

  /** All that do, by code. */
  List<SchoolCode> connected() {
    return schools.all().stream().map(School::code).filter(this::isConnected).toList();
  }

  /** How many questions the school's system may be asked side by side. */
  int width(SchoolCode lender) {
    return connections.width(lender);
  }
}
