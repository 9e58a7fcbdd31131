package org.libpass.staff;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** An account of a member of staff, who belongs to one school or to the alliance. */
public class StaffAccount {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");
  private static final int NAME_LENGTH = 60;
  private static final int EMAIL_LENGTH = 254;

  @Id private final String username;

  /** Tells Spring Data a new account from a stored one, since the username is no generated key. */
  @Version private int version;

  private final String passwordHash;
  private final @Nullable SchoolCode school;

  /** Names of {@link Role}s with commas between: a list of accounts is then one query. */
  private final String roles;

  private final String displayName;
  private final String email;

  @PersistenceCreator
  StaffAccount(
      String username,
      String passwordHash,
      @Nullable SchoolCode school,
      String roles,
      String displayName,
      String email) {
    this.username = username;
    this.passwordHash = passwordHash;
    this.school = school;
    this.roles = roles;
    this.displayName = displayName;
    this.email = email;
  }

  /**
   * An account that is not stored yet.
   *
   * @param username 3 to 64 of a–z, 0–9, dot, underscore and hyphen; capitals become small
   * @param passwordHash with the name of its algorithm in front, as {@code {bcrypt}…}
   * @param school null for the alliance itself, which holds no role but {@link
   *     Role#ALLIANCE_ADMINISTRATOR}
   * @param roles at least one
   * @param displayName how pages and mails call the person, 1 to 60 characters
   * @param email where mails reach the person
   * @throws IllegalArgumentException if one of these does not hold
   */
  public static StaffAccount of(
      String username,
      String passwordHash,
      @Nullable SchoolCode school,
      Set<Role> roles,
      String displayName,
      String email) {
    String name = normal(username);
    if (!USERNAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a username: " + username);
    }
    if (!passwordHash.startsWith("{")) {
      throw new IllegalArgumentException("A password's hash begins with its algorithm");
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An account holds a role at least");
    }
    if (school == null && !roles.equals(Set.of(Role.ALLIANCE_ADMINISTRATOR))) {
      throw new IllegalArgumentException("A role at a school needs the school");
    }
    if (displayName.isBlank() || displayName.length() > NAME_LENGTH) {
      throw new IllegalArgumentException("A name has 1 to " + NAME_LENGTH + " characters");
    }
    if (!email.contains("@") || email.length() > EMAIL_LENGTH) {
      throw new IllegalArgumentException("Not an e-mail address: " + email);
    }
    return new StaffAccount(
        name,
        passwordHash,
        school,
        roles.stream().sorted().map(Role::name).collect(Collectors.joining(",")),
        displayName,
        email);
  }

  /** The form of a username in which it is stored and compared. */
  static String normal(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  /** What the person types to sign in, in small letters. */
  public String username() {
    return username;
  }

  /** The password's hash, with the name of its algorithm in front. Never shown or logged. */
  public String passwordHash() {
    return passwordHash;
  }

  /** The school to which the account belongs, null for the alliance. */
  public @Nullable SchoolCode school() {
    return school;
  }

  /** What the account may do, one role at least. */
  public Set<Role> roles() {
    Set<Role> held = EnumSet.noneOf(Role.class);
    Arrays.stream(roles.split(",", -1)).map(Role::valueOf).forEach(held::add);
    return Collections.unmodifiableSet(held);
  }

  /** How pages and mails call the person. */
  public String displayName() {
    return displayName;
  }

  /** Where mails reach the person. */
  public String email() {
    return email;
  }

  @Override
  public String toString() {
    return username;
  }
}
