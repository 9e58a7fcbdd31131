package org.libpass.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.platform.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A school's own closed days, as its librarians enter them: each change is in the audit log. */
@Service
public class ClosedDays {

  private static final int YEARS_AHEAD = 10;

  private final OpenDays openDays;
  private final AuditLog audit;

  ClosedDays(OpenDays openDays, AuditLog audit) {
    this.openDays = openDays;
    this.audit = audit;
  }

  /** The school's entries that end on {@code from} or later, by first day. */
  public List<ClosedDay> of(SchoolCode school, LocalDate from) {
    return openDays.closedBetween(school, from, from.plusYears(YEARS_AHEAD));
  }

  /** The school's entry of that id; empty also if it is another school's. */
  public Optional<ClosedDay> find(SchoolCode school, UUID id) {
    return openDays.find(id).filter(entry -> entry.school().equals(school));
  }

  /**
   * Adds an entry. One whose id is there already was sent twice, and nothing happens.
   *
   * @param actor who adds it: a staff account's username
   */
  @Transactional
  public void add(ClosedDay entry, String actor) {
    if (openDays.find(entry.id()).isEmpty()) {
      openDays.add(entry);
      keep(entry, actor, "closed-day-added");
    }
  }

  /**
   * Puts an entry in the place of the one with its id.
   *
   * @param actor who changes it: a staff account's username
   * @return false if there is none of that school any more
   */
  @Transactional
  public boolean change(ClosedDay entry, String actor) {
    if (find(entry.school(), entry.id()).isEmpty() || !openDays.remove(entry.id())) {
      return false;
    }
    openDays.add(entry);
    keep(entry, actor, "closed-day-changed");
    return true;
  }

  /**
   * Removes an entry.
   *
   * @param actor who removes it: a staff account's username
   * @return false if there is none of that school any more
   */
  @Transactional
  public boolean remove(SchoolCode school, UUID id, String actor) {
    Optional<ClosedDay> entry = find(school, id);
    if (entry.isEmpty() || !openDays.remove(id)) {
      return false;
    }
    keep(entry.get(), actor, "closed-day-removed");
    return true;
  }

  private void keep(ClosedDay entry, String actor, String action) {
    String days = entry.from() + (entry.to().equals(entry.from()) ? "" : "/" + entry.to());
    audit.keep(
        entry.school().value(),
        actor,
        action,
        days,
        (entry.open() ? "+ " : "- ") + entry.noteZh() + " / " + entry.noteEn());
  }
}
