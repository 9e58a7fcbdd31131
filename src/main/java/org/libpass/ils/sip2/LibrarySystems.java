package org.libpass.ils.sip2;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinConnection;
import org.libpass.ils.sip2.Sip2Settings.Dialect;
import org.libpass.ils.sip2.Sip2Settings.Endpoint;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Place;
import org.libpass.ils.sip2.Sip2Settings.Terminal;
import org.libpass.ils.sip2.Sip2Settings.Terminator;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * How to speak with each school's library system: as the configuration says, else, in the demo,
 * with its stand-in.
 */
final class LibrarySystems implements Function<SchoolCode, @Nullable Sip2Settings> {

  private static final String PROPERTY = "libpass.library-systems";

  private final Map<SchoolCode, Sip2Settings> configured;
  private final @Nullable Standin standins;

  private LibrarySystems(Map<SchoolCode, Sip2Settings> configured, @Nullable Standin standins) {
    this.configured = configured;
    this.standins = standins;
  }

  /**
   * Reads the configuration.
   *
   * @param standins null outside the demo
   * @throws IllegalStateException if it says something wrong, which names the property
   */
  static LibrarySystems of(Environment environment, TaipeiClock clock, @Nullable Standin standins) {
    Map<SchoolCode, Sip2Settings> configured = new TreeMap<>();
    Binder.get(environment)
        .bind(
            PROPERTY,
            Bindable.mapOf(String.class, LibrarySystem.class),
            new NoUnboundElementsBindHandler(
                BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
        .orElse(Map.of())
        .forEach(
            (key, system) -> {
              // The environment tells it in small letters.
              String code = key.toUpperCase(Locale.ROOT);
              String name = PROPERTY + "." + code;
              SchoolCode school =
                  SchoolCode.parse(code)
                      .orElseThrow(
                          () -> new IllegalStateException(name + ": this is no school's code"));
              configured.put(school, system.settings(name, clock));
            });
    return new LibrarySystems(configured, standins);
  }

  @Override
  public @Nullable Sip2Settings apply(SchoolCode school) {
    Sip2Settings own = configured.get(school);
    if (own != null) {
      return own;
    }
    return standins != null && standins.has(school) ? of(standins.connection(school)) : null;
  }

  private static Sip2Settings of(StandinConnection standin) {
    Charset charset = standin.charset();
    Secret slotPin = standin.slotPassword() == null ? null : new Secret(standin.slotPassword());
    Sip2Settings.Login login =
        standin.user() == null || standin.password() == null
            ? null
            : new Sip2Settings.Login(
                standin.user(), new Secret(standin.password()), null, standin.promptsLogin());
    return new Sip2Settings(
        Endpoint.plain(standin.host(), standin.port()),
        new Dialect(
            charset,
            standin.crlf() ? Terminator.CRLF : Terminator.CR,
            standin.answersStatus(),
            standin.accountsMayDiffer(),
            standin.holdListIsShelf() ? HoldList.WAITING : HoldList.ALL),
        login,
        new Terminal(standin.institution(), Secret.NONE, ""),
        new FieldMap(
            Stream.ofNullable(standin.expiryField()).map(Place::of).toList(),
            List.of(Place.of(standin.identityField())),
            // The first AF is what the system has to say to the reader.
            List.of(Place.of(standin.unitField().equals("AF") ? "AF#2" : standin.unitField())),
            FieldMap.DEFAULT.email(),
            standin.requestsField()),
        slotPin);
  }
}
