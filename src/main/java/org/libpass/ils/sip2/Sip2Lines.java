package org.libpass.ils.sip2;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Connections;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/**
 * The schools' lines; a school has a connection if it has settings. Changed settings begin a new
 * line; what runs on the old one ends there.
 */
final class Sip2Lines implements Connections, AutoCloseable {

  private final Function<SchoolCode, @Nullable Sip2Settings> settings;
  private final TaipeiClock clock;
  private final SSLSocketFactory tls;
  private final HealthRecords records;
  private final Map<SchoolCode, LineHealth> health = new ConcurrentHashMap<>();
  private final Map<SchoolCode, Sip2Line> lines = new ConcurrentHashMap<>();

  /**
   * @param settings how to speak with a school's system, null for a school without a connection
   */
  Sip2Lines(
      Function<SchoolCode, @Nullable Sip2Settings> settings,
      TaipeiClock clock,
      SSLSocketFactory tls,
      HealthRecords records) {
    this.records = records;
    this.settings = settings;
    this.clock = clock;
    this.tls = tls;
  }

  Sip2Line to(SchoolCode school) throws IlsUnavailable {
    Sip2Settings now = settings.apply(school);
    if (now == null) {
      throw new IlsUnavailable(school, "has no connection");
    }
    return lines.compute(
        school,
        (code, line) -> {
          if (line != null && line.settings().equals(now)) {
            return line;
          }
          if (line != null) {
            line.end();
          }
          return new Sip2Line(now, health(school), clock, tls);
        });
  }

  @Override
  public boolean has(SchoolCode school) {
    return settings(school).isPresent();
  }

  @Override
  public int width(SchoolCode school) {
    return settings(school).map(now -> now.endpoint().connections()).orElse(0);
  }

  /** How the school's system is spoken with, empty for a school without a connection. */
  Optional<Sip2Settings> settings(SchoolCode school) {
    return Optional.ofNullable(settings.apply(school));
  }

  /** How the school's system has answered. */
  LineHealth health(SchoolCode school) {
    return health.computeIfAbsent(school, code -> new LineHealth(code, clock, records));
  }

  TaipeiClock clock() {
    return clock;
  }

  @Override
  public void close() {
    lines.values().forEach(Sip2Line::end);
  }

  /** What to tell outside, where nobody knows SIP2. */
  static IlsUnavailable unavailable(SchoolCode school, Exception why) {
    boolean answered = why instanceof Sip2Exception said && said.problem().isAnswer();
    IlsUnavailable unavailable =
        new IlsUnavailable(school, String.valueOf(why.getMessage()), answered);
    unavailable.initCause(why);
    return unavailable;
  }
}
