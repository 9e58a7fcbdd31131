package org.libpass.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the staff. */
@Service
public class StaffAccounts {

  private final StaffAccountRepository repository;

  StaffAccounts(StaffAccountRepository repository) {
    this.repository = repository;
  }

  /** The account of that name, in whatever case it is written, or empty. */
  public Optional<StaffAccount> find(String username) {
    return repository.findById(StaffAccount.normal(username));
  }

  /** The accounts of these names by name; those that are gone are left out. */
  public Map<String, StaffAccount> named(Collection<String> usernames) {
    return repository.findAllById(usernames).stream()
        .collect(Collectors.toMap(StaffAccount::username, Function.identity()));
  }

  /** The librarians of a school by username. */
  public List<StaffAccount> librarians(SchoolCode school) {
    return repository.findBySchoolOrderByUsername(school).stream()
        .filter(account -> account.roles().contains(Role.LIBRARIAN))
        .toList();
  }

  /** All accounts by username. */
  public List<StaffAccount> all() {
    return repository.findAllByOrderByUsername();
  }

  /**
   * Adds an account.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if the username is taken or
   *     there is no such school
   */
  @Transactional
  public StaffAccount add(StaffAccount account) {
    return repository.save(account);
  }
}
