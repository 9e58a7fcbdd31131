package org.libpass.ils.sip2;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Settings.Dialect;
import org.libpass.ils.sip2.Sip2Settings.Endpoint;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Place;
import org.libpass.ils.sip2.Sip2Settings.Terminal;
import org.libpass.ils.sip2.Sip2Settings.Terminator;
import org.libpass.platform.TaipeiClock;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A school's library system as the configuration tells of it, under {@code
 * libpass.library-systems.<CODE>}. All but host and port may be left out.
 *
 * @param host where it listens
 * @param tls with encryption; the certificate must be for the host
 * @param connections how many there may be at once, 1 or 2
 * @param user the platform's account there, null for a system that wants no login
 * @param loginLocation the place that goes with the login
 * @param loginPrompts whether the system asks for user and password before SIP2 begins, as a
 *     terminal does
 * @param institution what the system calls itself
 * @param location where a book is checked in
 * @param asksStatus whether the status is asked after the login
 * @param aliases whether at sign-in it may answer with its own number for what was typed
 * @param holds what it lists as a reader's holds
 * @param expiryFields where the expiry stands, such as {@code PA} or {@code AF#2}: the first place
 *     that has one counts
 * @param requestsField the field that comes once for each request to another library that has
 *     arrived, such as {@code ZR}; null for none
 * @param slotPin the PIN of the slots' patron accounts
 */
record LibrarySystem(
    @Nullable String host,
    @Nullable Integer port,
    @DefaultValue("false") boolean tls,
    @DefaultValue("2") int connections,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("5s") Duration readTimeout,
    @Nullable String user,
    @Nullable Secret password,
    @Nullable String loginLocation,
    @DefaultValue("false") boolean loginPrompts,
    @DefaultValue("") String institution,
    @Nullable Secret terminalPassword,
    @DefaultValue("") String location,
    @DefaultValue("UTF-8") Charset charset,
    @DefaultValue("CR") Terminator terminator,
    @DefaultValue("true") boolean asksStatus,
    @DefaultValue("false") boolean aliases,
    @DefaultValue("WAITING") HoldList holds,
    @DefaultValue({"PA", "PX"}) List<String> expiryFields,
    @DefaultValue("PC") List<String> identityFields,
    @DefaultValue({"FU", "FV"}) List<String> unitFields,
    @DefaultValue("BE") List<String> emailFields,
    @Nullable String requestsField,
    @Nullable Secret slotPin) {

  /** The property in which a value stands that is sent in a field. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "CN", "user",
          "CO", "password",
          "CP", "login-location",
          "AO", "institution",
          "AC", "terminal-password",
          "AP", "location",
          "AD", "slot-pin");

  /**
   * The settings, of which it is sure that they can be sent.
   *
   * @param name the property that holds all this, for what is said of a wrong one
   * @throws IllegalStateException if one is wrong; its text names the property and no secret
   */
  Sip2Settings settings(String name, TaipeiClock clock) {
    String server = host;
    Integer at = port;
    if (server == null || at == null) {
      throw new IllegalStateException(name + (server == null ? ".host" : ".port") + " is missing");
    }
    Sip2Settings settings =
        new Sip2Settings(
            named(
                name,
                () -> new Endpoint(server, at, tls, connections, connectTimeout, readTimeout)),
            named(name, () -> new Dialect(charset, terminator, asksStatus, aliases, holds)),
            login(name),
            new Terminal(institution, orNone(terminalPassword), location),
            fields(name),
            slotPin);
    demandSendable(name, settings, clock);
    return settings;
  }

  private FieldMap fields(String name) {
    FieldMap places =
        new FieldMap(
            places(name + ".expiry-fields", expiryFields),
            places(name + ".identity-fields", identityFields),
            places(name + ".unit-fields", unitFields),
            places(name + ".email-fields", emailFields));
    return named(name, () -> places.withRequests(requestsField));
  }

  private Sip2Settings.@Nullable Login login(String name) {
    if (user == null && password == null) {
      return null;
    }
    if (user == null || password == null) {
      throw new IllegalStateException(
          name + (user == null ? ".user" : ".password") + " is missing: a login takes both");
    }
    return new Sip2Settings.Login(user, password, loginLocation, loginPrompts);
  }

  private static List<Place> places(String name, List<String> fields) {
    return fields.stream()
        .map(
            field -> {
              try {
                return Place.of(field.strip());
              } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(name + ": " + wrong.getMessage(), wrong);
              }
            })
        .toList();
  }

  /** What a value's own check says begins with the name of the property. */
  private static <T> T named(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(name + "." + wrong.getMessage(), wrong);
    }
  }

  private static void demandSendable(String name, Sip2Settings settings, TaipeiClock clock) {
    try {
      if (settings.login() != null) {
        RequestWriter.bytes(new Login(settings.login()), 0, clock, settings);
      }
      Patron slot = new Patron("1", settings.slotPin(), false);
      RequestWriter.bytes(new Checkout(slot, "1"), 0, clock, settings);
      RequestWriter.bytes(new Checkin("1"), 0, clock, settings);
    } catch (NotSendable strange) {
      throw new IllegalStateException(
          name + "." + PROPERTIES.get(strange.field()) + ": " + strange.getMessage(), strange);
    }
  }

  private static Secret orNone(@Nullable Secret secret) {
    return secret == null ? Secret.NONE : secret;
  }
}
