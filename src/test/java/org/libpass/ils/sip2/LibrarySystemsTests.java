package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.ils.sip2.Sip2Settings.Dialect;
import org.libpass.ils.sip2.Sip2Settings.Endpoint;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Place;
import org.libpass.ils.sip2.Sip2Settings.Terminal;
import org.libpass.ils.sip2.Sip2Settings.Terminator;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.StandardEnvironment;

/** Connections as they are written into the configuration. */
class LibrarySystemsTests {

  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final String NAME = "libpass.library-systems.NTUT.";
  static final String[] LEAST = {NAME + "host=ils.example.org", NAME + "port=6001"};

  @Test
  void hostAndPortAreEnough() {
    assertThat(of(LEAST))
        .isEqualTo(
            Sip2Settings.plain("ils.example.org", 6001, "")
                .with(
                    new Endpoint(
                        "ils.example.org",
                        6001,
                        false,
                        2,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5))));
  }

  @Test
  void everythingElseCanBeSaid() {
    Sip2Settings settings =
        of(
            LEAST,
            "tls=true",
            "connections=1",
            "connect-timeout=2s",
            "read-timeout=1500ms",
            "user=libpass",
            "password=gate-7",
            "login-location=desk",
            "login-prompts=true",
            "institution=北科",
            "terminal-password=gate-8",
            "location=main",
            "charset=Big5",
            "terminator=CRLF",
            "asks-status=false",
            "aliases=true",
            "holds=ALL",
            "expiry-fields=PE",
            "identity-fields=FU,PC",
            "unit-fields=AF#2",
            "email-fields=",
            "requests-field=ZR",
            "slot-pin=7788");
    assertThat(settings)
        .isEqualTo(
            new Sip2Settings(
                new Endpoint(
                    "ils.example.org",
                    6001,
                    true,
                    1,
                    Duration.ofSeconds(2),
                    Duration.ofMillis(1500)),
                new Dialect(Dialects.BIG5, Terminator.CRLF, false, true, HoldList.ALL),
                new Sip2Settings.Login("libpass", new Secret("gate-7"), "desk", true),
                new Terminal("北科", new Secret("gate-8"), "main"),
                new FieldMap(
                    List.of(Place.of("PE")),
                    List.of(Place.of("FU"), Place.of("PC")),
                    List.of(Place.of("AF#2")),
                    List.of(),
                    "ZR"),
                new Secret("7788")));
  }

  @Test
  void secretsComeFromTheEnvironment() {
    StandardEnvironment environment = environment(LEAST, "user=libpass");
    TestPropertyValues.of(
            Map.of(
                "LIBPASS_LIBRARYSYSTEMS_NTUT_PASSWORD", "gate-7",
                "LIBPASS_LIBRARYSYSTEMS_NTUT_SLOTPIN", "7788",
                "LIBPASS_LIBRARYSYSTEMS_CUTE_HOST", "cute.example.org",
                "LIBPASS_LIBRARYSYSTEMS_CUTE_PORT", "6002"))
        .applyTo(environment, Type.SYSTEM_ENVIRONMENT);
    LibrarySystems systems = systems(environment);
    Sip2Settings ntut = Objects.requireNonNull(systems.apply(NTUT));
    assertThat(Objects.requireNonNull(ntut.login()).password()).isEqualTo(new Secret("gate-7"));
    assertThat(ntut.slotPin()).isEqualTo(new Secret("7788"));
    assertThat(ntut.dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(Objects.requireNonNull(systems.apply(new SchoolCode("CUTE"))).endpoint().port())
        .isEqualTo(6002);
    assertThat(systems.apply(new SchoolCode("NTCB"))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "port=70000, NTUT.port must be",
        "port=six, ntut.port",
        "host=, NTUT.host is missing",
        "connections=3, NTUT.connections must be",
        "connect-timeout=6s, NTUT.connect-timeout must be",
        "read-timeout=0s, NTUT.read-timeout must be",
        "charset=UTF-16, NTUT.charset UTF-16",
        "charset=Klingon, ntut.charset",
        "terminator=LF, ntut.terminator",
        "holds=SOME, ntut.holds",
        "expiry-fields=PA+, NTUT.expiry-fields: 'PA+'",
        "unit-fields=AF#0, NTUT.unit-fields",
        "requests-field=ZR#2, NTUT.requests-field must be",
        "user=libpass, NTUT.password is missing",
        "password=gate-7, NTUT.user is missing",
        "institution=a|b, NTUT.institution: field AO can't be sent",
        "terminal-password=ga|te-7, NTUT.terminal-password",
        "slot-pin=gate-7|, NTUT.slot-pin",
        "hsot=x, ntut.hsot"
      })
  void whatIsWrongStopsTheStartAndIsNamed(String property, String named) {
    Throwable stopped = stopped(environment(LEAST, property));
    assertThat(stopped).as(property).isNotNull();
    assertThat(everything(stopped))
        .containsIgnoringCase("libpass.library-systems." + named)
        .doesNotContain("gate-7");
  }

  @Test
  void soDoesAConnectionOfNobody() {
    StandardEnvironment environment = new StandardEnvironment();
    TestPropertyValues.of("libpass.library-systems.N1.host=x", "libpass.library-systems.N1.port=1")
        .applyTo(environment);
    assertThatThrownBy(() -> systems(environment))
        .hasMessage("libpass.library-systems.N1: this is no school's code");
    StandardEnvironment halfSaid = new StandardEnvironment();
    TestPropertyValues.of("libpass.library-systems.NTUT.host=x").applyTo(halfSaid);
    assertThatThrownBy(() -> systems(halfSaid)).hasMessage(NAME + "port is missing");
  }

  private static Throwable stopped(StandardEnvironment environment) {
    try {
      systems(environment);
      return null;
    } catch (RuntimeException stopped) {
      return stopped;
    }
  }

  private static String everything(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      all.append(one).append('\n');
    }
    return all.append(NestedExceptionUtils.getMostSpecificCause(thrown)).toString();
  }

  private static Sip2Settings of(String[] least, String... more) {
    return Objects.requireNonNull(systems(environment(least, more)).apply(NTUT));
  }

  private static StandardEnvironment environment(String[] least, String... more) {
    StandardEnvironment environment = new StandardEnvironment();
    TestPropertyValues.of(least).applyTo(environment);
    for (String property : more) {
      TestPropertyValues.of(NAME + property).applyTo(environment);
    }
    return environment;
  }

  private static LibrarySystems systems(StandardEnvironment environment) {
    return LibrarySystems.of(environment, new TestTime().clock(), null);
  }
}
