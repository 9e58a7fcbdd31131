package org.libpass.circulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libpass.card.Slots;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionStates;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.SlotAccounts;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Library systems that have been asked in vain for longer than {@code libpass.detection.silence}:
 * the librarians of the school get a task, which ends by itself at the next good answer. A system
 * that nobody asked meanwhile is not called silent.
 */
@Service
public class Silences {

  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final SilenceTable table;
  private final Schools schools;
  private final ConnectionStates states;
  private final SlotAccounts accounts;
  private final Slots slots;
  private final CirculationProcess process;
  private final DetectionSettings settings;
  private final TransactionOperations transaction;
  private final Lease lease;
  private final TaipeiClock clock;

  Silences(
      SilenceTable table,
      Schools schools,
      ConnectionStates states,
      SlotAccounts accounts,
      Slots slots,
      CirculationProcess process,
      DetectionSettings settings,
      TransactionOperations transaction,
      Lease lease,
      TaipeiClock clock) {
    this.table = table;
    this.schools = schools;
    this.states = states;
    this.accounts = accounts;
    this.slots = slots;
    this.process = process;
    this.settings = settings;
    this.transaction = transaction;
    this.lease = lease;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${libpass.detection.releases:5m}", initialDelayString = "1m")
  void listen() {
    if (settings.enabled()) {
      lease.runAlone("silences", AT_MOST, this::review);
    }
  }

  /** Opens a task for each system that has fallen silent, and ends those that are over. */
  public void review() {
    Map<SchoolCode, Silence> open =
        table.open().stream().collect(Collectors.toMap(Silence::school, Function.identity()));
    for (School school : schools.all()) {
      Optional<ConnectionHealth> health = health(school.code());
      Silence known = open.remove(school.code());
      if (known == null && health.filter(this::isSilent).isPresent()) {
        open(school.code());
      } else if (known != null && health.filter(Silences::fails).isEmpty()) {
        end(known.id());
      }
    }
    open.values().forEach(ofNoSchool -> end(ofNoSchool.id()));
  }

  private Optional<ConnectionHealth> health(SchoolCode school) {
    return states.of(school).map(ConnectionStates.ConnectionState::health);
  }

  private static boolean fails(ConnectionHealth health) {
    return health.failingSince() != null;
  }

  private boolean isSilent(ConnectionHealth health) {
    Instant since = health.failingSince();
    Instant last = health.lastError();
    return since != null && last != null && !last.isBefore(since.plus(settings.silence()));
  }

  private void open(SchoolCode school) {
    Silence opened = new Silence(UUID.randomUUID(), school, clock.instant());
    transaction.executeWithoutResult(
        status -> {
          table.add(opened);
          process.fellSilent(opened.id(), school);
        });
  }

  private void end(UUID id) {
    transaction.executeWithoutResult(
        status -> {
          if (table.end(id, clock.instant())) {
            process.answersAgain(id);
          }
        });
  }

  /**
   * @throws NoSuchElementException if there is no such silence
   */
  public Silence get(UUID id) {
    return table.find(id).orElseThrow();
  }

  /**
   * Asks the system of a silence at once, about the account of another school's first slot, and
   * ends the silence if it answers.
   *
   * @return whether it answers
   */
  @Transactional(propagation = Propagation.NEVER)
  public boolean check(UUID id) {
    SchoolCode school = get(id).school();
    boolean answers = answers(school);
    if (answers) {
      end(id);
    }
    return answers;
  }

  private boolean answers(SchoolCode school) {
    Optional<SchoolCode> other =
        slots.provisioned().keySet().stream().filter(code -> !code.equals(school)).findFirst();
    try {
      accounts.charged(school, other.orElse(school) + "-1");
      return true;
    } catch (IlsUnavailable noGoodAnswer) {
      return noGoodAnswer.isAnswered();
    }
  }
}
