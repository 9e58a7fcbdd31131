package org.libpass.staff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.libpass.school.School;
import org.libpass.school.Schools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives every school of the demo two librarians and a policy administrator, and the alliance an
 * administrator, all with the password {@code demo}. Once there is any account, nothing is done.
 */
@Component
@Profile("demo")
@Order(2) // after the schools, to which the accounts belong
class DemoStaff implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoStaff.class);

  private static final List<String> SURNAMES =
      List.of(
          "周", "葉", "蘇", "莊", "呂", "江", "何", "蕭", "羅", "高", "潘", "簡", "朱", "鍾", "游", "彭", "詹", "胡",
          "施", "沈", "余", "盧", "梁");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "秀玲", "文彬", "麗華", "國榮", "淑貞", "建成", "美惠", "世昌", "雅慧", "明哲", "素珍", "永福", "惠雯", "志遠", "碧雲",
          "清泉", "靜怡");

  private final StaffAccounts accounts;
  private final StaffAccountRepository repository;
  private final Schools schools;
  private final PasswordEncoder passwords;
  private final TransactionOperations transaction;

  DemoStaff(
      StaffAccounts accounts,
      StaffAccountRepository repository,
      Schools schools,
      PasswordEncoder passwords,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.repository = repository;
    this.schools = schools;
    this.passwords = passwords;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    load();
  }

  /** Adds the accounts unless there are some. */
  void load() {
    if (repository.count() > 0) {
      return;
    }
    // A good hash is slow to compute, so the accounts share one: the password is no secret here.
    String hash = passwords.encode("demo");
    if (hash == null) {
      throw new IllegalStateException("No hash of a password");
    }
    try {
      transaction.executeWithoutResult(status -> people(hash).forEach(accounts::add));
    } catch (DataIntegrityViolationException e) {
      if (repository.count() == 0) {
        throw e;
      }
      LOG.info("Another node has added the demo's staff meanwhile");
    }
  }

  private Stream<StaffAccount> people(String hash) {
    StaffAccount alliance =
        StaffAccount.of(
            "alliance",
            hash,
            null,
            Set.of(Role.ALLIANCE_ADMINISTRATOR),
            "聯盟秘書處",
            "alliance@example.org");
    return Stream.concat(
        Stream.of(alliance), schools.all().stream().flatMap(school -> people(school, hash)));
  }

  private Stream<StaffAccount> people(School school, String hash) {
    return Stream.of(
        account(school, "librarian", Role.LIBRARIAN, hash),
        account(school, "librarian2", Role.LIBRARIAN, hash),
        account(school, "policy", Role.POLICY_ADMINISTRATOR, hash));
  }

  private static StaffAccount account(School school, String what, Role role, String hash) {
    String code = school.code().value().toLowerCase(Locale.ROOT);
    String username = what + "." + code;
    return StaffAccount.of(
        username,
        hash,
        school.code(),
        Set.of(role),
        name(username),
        what + "@" + code + ".example.org");
  }

  /** An ordinary invented name, the same at every start. */
  private static String name(String username) {
    int seed = Math.floorMod(username.hashCode(), SURNAMES.size() * GIVEN_NAMES.size());
    return SURNAMES.get(seed % SURNAMES.size()) + GIVEN_NAMES.get(seed % GIVEN_NAMES.size());
  }
}
