package org.libpass.ils.sip2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to speak with one school's library system: no two dialects are alike.
 *
 * @param login sent first, null for a system that wants none
 * @param slotPin the PIN of the slots' patron accounts at this school, null if they have none
 */
public record Sip2Settings(
    Endpoint endpoint,
    Dialect dialect,
    @Nullable Login login,
    Terminal terminal,
    FieldMap fields,
    @Nullable Secret slotPin) {

  /** A system that keeps to the defaults, without login or encryption. */
  public static Sip2Settings plain(String host, int port, String institution) {
    return new Sip2Settings(
        Endpoint.plain(host, port),
        Dialect.DEFAULT,
        null,
        new Terminal(institution, Secret.NONE, ""),
        FieldMap.DEFAULT,
        null);
  }

  public Sip2Settings with(Endpoint other) {
    return new Sip2Settings(other, dialect, login, terminal, fields, slotPin);
  }

  public Sip2Settings with(Dialect other) {
    return new Sip2Settings(endpoint, other, login, terminal, fields, slotPin);
  }

  public Sip2Settings with(Login other) {
    return new Sip2Settings(endpoint, dialect, other, terminal, fields, slotPin);
  }

  public Sip2Settings with(Terminal other) {
    return new Sip2Settings(endpoint, dialect, login, other, fields, slotPin);
  }

  public Sip2Settings with(FieldMap other) {
    return new Sip2Settings(endpoint, dialect, login, terminal, other, slotPin);
  }

  public Sip2Settings withSlotPin(@Nullable Secret pin) {
    return new Sip2Settings(endpoint, dialect, login, terminal, fields, pin);
  }

  /**
   * Where it listens.
   *
   * @param tls with encryption; the certificate must be for {@code host}
   * @param connections how many there may be at once, one or two
   */
  public record Endpoint(
      String host,
      int port,
      boolean tls,
      int connections,
      Duration connectTimeout,
      Duration readTimeout) {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    public Endpoint {
      demand(!host.isBlank(), "host is missing");
      demand(port > 0 && port < 65_536, "port must be 1 to 65535");
      demand(connections == 1 || connections == 2, "connections must be 1 or 2");
      demand(fits(connectTimeout), "connect-timeout must be 5s at most, and more than nothing");
      demand(fits(readTimeout), "read-timeout must be 5s at most, and more than nothing");
    }

    public static Endpoint plain(String host, int port) {
      return new Endpoint(host, port, false, 2, Duration.ofSeconds(3), LONGEST);
    }

    private static boolean fits(Duration timeout) {
      return timeout.toMillis() > 0 && timeout.compareTo(LONGEST) <= 0;
    }
  }

  /** What ends a message that we send; a line feed alone is not answered anywhere. */
  public enum Terminator {
    CR("\r"),
    CRLF("\r\n");

    private final String text;

    Terminator(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** What a system lists as a reader's holds. */
  public enum HoldList {
    /** Those that wait to be picked up. */
    WAITING,
    /** Every open one: which of them wait is asked item by item. */
    ALL
  }

  /**
   * How it writes.
   *
   * @param charset must leave ASCII as it is, since messages are framed on bytes
   * @param asksStatus whether the status is asked after the login, as the standard wants
   * @param aliases whether at sign-in the system may answer with its own number for what was typed
   */
  public record Dialect(
      Charset charset, Terminator terminator, boolean asksStatus, boolean aliases, HoldList holds) {

    public static final Dialect DEFAULT =
        new Dialect(StandardCharsets.UTF_8, Terminator.CR, true, false, HoldList.WAITING);

    public Dialect {
      String ascii = "09 AZ az|";
      demand(
          charset.canEncode()
              && new String(ascii.getBytes(charset), StandardCharsets.ISO_8859_1).equals(ascii),
          "charset " + charset + " does not leave ASCII as it is, so it can't frame messages");
    }
  }

  /**
   * The account of the platform itself at the library system.
   *
   * @param prompted whether it asks for both with {@code login:} and {@code password:}, as a
   *     terminal does, before SIP2 begins; then no login message is sent
   */
  public record Login(String user, Secret password, @Nullable String location, boolean prompted) {

    /** With a login message. */
    public Login(String user, Secret password, @Nullable String location) {
      this(user, password, location, false);
    }
  }

  /**
   * What goes with every request.
   *
   * @param location where a book is checked in, empty if the system doesn't care
   */
  public record Terminal(String institution, Secret password, String location) {}

  /**
   * Where in a patron's record the facts stand; the first place that has one counts. The name and
   * the numbers stand where the standard puts them.
   *
   * @param requests the field, two letters or digits, that comes once for each request to another
   *     library that has arrived, with a barcode or in words; null where the system has none
   */
  public record FieldMap(
      List<Place> expiry,
      List<Place> identity,
      List<Place> unit,
      List<Place> email,
      @Nullable String requests) {

    public static final FieldMap DEFAULT =
        new FieldMap(
            List.of(Place.of("PA"), Place.of("PX")),
            List.of(Place.of("PC")),
            List.of(Place.of("FU"), Place.of("FV")),
            List.of(Place.of("BE")));

    public FieldMap {
      expiry = List.copyOf(expiry);
      identity = List.copyOf(identity);
      unit = List.copyOf(unit);
      email = List.copyOf(email);
      demand(
          requests == null || requests.matches("[A-Za-z0-9]{2}"),
          "requests-field must be two letters or digits, such as ZR");
    }

    /** The places in the record of a system that tells of no requests. */
    public FieldMap(List<Place> expiry, List<Place> identity, List<Place> unit, List<Place> email) {
      this(expiry, identity, unit, email, null);
    }

    /**
     * These places and the field of the requests.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public FieldMap withRequests(@Nullable String field) {
      return new FieldMap(expiry, identity, unit, email, field);
    }
  }

  /**
   * A field, such as {@code PA}, or the second of a repeated one, {@code AF#2}.
   *
   * @param nth from 1
   */
  public record Place(String code, int nth) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{2})(?:#([1-9]))?");

    /**
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static Place of(String text) {
      Matcher form = FORM.matcher(text);
      demand(form.matches(), "'" + text + "' is no field; PA or AF#2 are");
      return new Place(form.group(1), form.group(2) == null ? 1 : Integer.parseInt(form.group(2)));
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
      return nth == 1 ? code : code + "#" + nth;
    }
  }

  private static void demand(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
