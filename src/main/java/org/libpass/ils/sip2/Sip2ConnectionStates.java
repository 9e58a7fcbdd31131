package org.libpass.ils.sip2;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionSettings;
import org.libpass.ils.ConnectionStates;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Place;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** What this node knows of the systems, and what others have kept of them. */
@Component
class Sip2ConnectionStates implements ConnectionStates {

  private final Sip2Lines lines;
  private final HealthRecords records;

  Sip2ConnectionStates(Sip2Lines lines, HealthRecords records) {
    this.lines = lines;
    this.records = records;
  }

  @Override
  public Optional<ConnectionState> of(SchoolCode school) {
    return lines
        .settings(school)
        .map(settings -> new ConnectionState(shown(settings), health(school)));
  }

  private ConnectionHealth health(SchoolCode school) {
    ConnectionHealth here = lines.health(school).now();
    return records.find(school).filter(kept -> isLater(kept, here)).orElse(here);
  }

  private static boolean isLater(ConnectionHealth one, ConnectionHealth other) {
    Instant asked = one.lastAsked();
    Instant otherAsked = other.lastAsked();
    return asked != null && (otherAsked == null || asked.isAfter(otherAsked));
  }

  private static ConnectionSettings shown(Sip2Settings settings) {
    Sip2Settings.@Nullable Login login = settings.login();
    Sip2Settings.FieldMap fields = settings.fields();
    return new ConnectionSettings(
        settings.endpoint().host(),
        settings.endpoint().port(),
        settings.endpoint().tls(),
        settings.endpoint().connections(),
        settings.dialect().charset().name(),
        settings.dialect().terminator().name(),
        settings.terminal().institution(),
        login == null ? null : login.user(),
        login != null && login.prompted(),
        settings.dialect().asksStatus(),
        settings.dialect().aliases(),
        settings.dialect().holds() == HoldList.ALL,
        settings.slotPin() != null,
        places(fields.expiry()),
        places(fields.identity()),
        places(fields.unit()),
        places(fields.email()));
  }

  private static List<String> places(List<Place> places) {
    return places.stream().map(Place::toString).toList();
  }
}
