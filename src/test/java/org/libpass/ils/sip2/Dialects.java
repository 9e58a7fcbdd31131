package org.libpass.ils.sip2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.libpass.ils.sip2.Sip2Settings.Dialect;
import org.libpass.ils.sip2.Sip2Settings.Endpoint;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Login;
import org.libpass.ils.sip2.Sip2Settings.Place;
import org.libpass.ils.sip2.Sip2Settings.Terminal;
import org.libpass.ils.sip2.Sip2Settings.Terminator;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;

/** The settings that belong to the recorded dialects, and an {@code Ils} with them. */
final class Dialects {

  static final SchoolCode SCHOOL = new SchoolCode("TST");
  static final Charset BIG5 = Charset.forName("Big5");
  static final Charset CP850 = Charset.forName("IBM850");

  private Dialects() {}

  /** Without login and status. */
  static Sip2Settings simple(int port) {
    Sip2Settings plain = Sip2Settings.plain("localhost", port, "TST");
    return plain
        .with(endpoint(port, Duration.ofSeconds(2)))
        .with(dialect(StandardCharsets.UTF_8, false, false, HoldList.WAITING));
  }

  static Sip2Settings utf8(int port) {
    return simple(port)
        .with(new Login("libpass", new Secret("gate-7"), "desk"))
        .with(new Terminal("TST", new Secret("gate-8"), "desk"))
        .with(new Dialect(StandardCharsets.UTF_8, Terminator.CRLF, true, false, HoldList.WAITING))
        .with(places("PA", "PC", "FU"));
  }

  static Sip2Settings big5(int port) {
    return simple(port)
        .with(new Terminal("北科", Secret.NONE, ""))
        .with(dialect(BIG5, false, false, HoldList.ALL))
        .with(places("PX", "XI", "AF#2"))
        .withSlotPin(new Secret("7788"));
  }

  static Sip2Settings cp850(int port) {
    return simple(port)
        .with(new Login("sc", new Secret("pw"), null))
        .with(new Terminal("LIB", Secret.NONE, ""))
        .with(dialect(CP850, false, true, HoldList.WAITING));
  }

  static Endpoint endpoint(int port, Duration read) {
    return new Endpoint("localhost", port, false, 2, Duration.ofSeconds(3), read);
  }

  static Dialect dialect(Charset charset, boolean status, boolean aliases, HoldList holds) {
    return new Dialect(charset, Terminator.CR, status, aliases, holds);
  }

  private static FieldMap places(String expiry, String identity, String unit) {
    return new FieldMap(
        List.of(Place.of(expiry)),
        List.of(Place.of(identity)),
        List.of(Place.of(unit)),
        List.of(Place.of("BE")));
  }

  static Sip2Lines lines(Sip2Settings settings) {
    Function<SchoolCode, Sip2Settings> lookup = school -> SCHOOL.equals(school) ? settings : null;
    return new Sip2Lines(
        lookup,
        new TestTime().clock(),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        new KeptHealth());
  }

  static Sip2Ils ils(Sip2Settings settings) {
    return new Sip2Ils(lines(settings));
  }

  static Sip2SlotAccounts slots(Sip2Settings settings) {
    return new Sip2SlotAccounts(lines(settings));
  }

  /** A connection over which the login is done. */
  static Sip2Connection connection(Sip2Settings settings) throws Sip2Exception {
    return Sip2Connection.open(
        settings,
        new TestTime().clock(),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        nanos -> {});
  }
}
