package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.Cards;
import org.libpass.card.SlotsInUse;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.ItemWhereabouts;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotCharges;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Timers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;

/** A round at a lender of which only some questions are answered. */
@LibpassTest
@OnH2
class LenderRoundsTests {

  private static final SchoolCode HOME = new SchoolCode("SMC");
  private static final SchoolCode LENDER = new SchoolCode("HDUT");

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired SlotsInUse slots;
  @Autowired Disagreements disagreements;
  @Autowired SentSteps sent;
  @Autowired SlotDebts debts;
  @Autowired Watches watches;
  @Autowired Findings findings;
  @Autowired LoanDetection detection;
  @Autowired Timers timers;
  @Autowired TaipeiClock clock;

  private final List<UUID> held = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void fiveCards() {
    IntStream.range(0, 5).forEach(each -> held.add(issued()));
    watches.begin(LENDER, held);
  }

  @AfterEach
  void endTheCards() {
    held.forEach(cards::cancel);
    clock.advance(Duration.ofMinutes(11));
    detection.sweep();
    timers.fireDue();
  }

  @Test
  void accountsThatAreNotKnownDontKeepTheOthersFromBeingAsked() {
    String last = cards.get(held.get(4)).slotAccount();

    run(account -> account.equals(last) ? nothingCharged() : null, true, () -> true);

    assertThat(asked).hasSize(5);
    assertThat(watch(4).answeredAt()).isEqualTo(clock.instant());
    assertThat(watch(0).failingSince()).isEqualTo(clock.instant());
  }

  @Test
  void aLenderThatDoesNotAnswerIsLeftAloneAfterThreeQuestions() {
    run(account -> null, false, () -> true);

    assertThat(asked).hasSize(3);
    assertThat(held)
        .allSatisfy(
            card ->
                assertThat(watches.find(card, LENDER).orElseThrow().failingSince())
                    .isEqualTo(clock.instant()));
  }

  /**
   * @param answer what is said of an account, null for no answer
   * @param known whether "no answer" is that the account is not known
   */
  private void run(Function<String, SlotCharges> answer, boolean known, BooleanSupplier goesOn) {
    LenderRounds rounds = rounds(answer, known);
    LenderRounds.Expected expected = rounds.expected(LENDER);
    Queue<LenderRounds.Question> due =
        slots.all().stream()
            .filter(slot -> held.contains(slot.card()))
            .map(slot -> expected.question(slot, null, clock.instant()))
            .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    rounds.round(LENDER, due, goesOn).run();
  }

  private LenderRounds rounds(Function<String, SlotCharges> answer, boolean known) {
    SlotAccounts accounts = new Played(answer, known);
    return new LenderRounds(
        accounts,
        slots,
        disagreements,
        sent,
        debts,
        watches,
        findings,
        new ItemQuestions(accounts),
        clock);
  }

  private SlotCharges nothingCharged() {
    return new SlotCharges(List.of(), true, BigDecimal.ZERO, clock.instant());
  }

  private Watch watch(int card) {
    return watches.find(held.get(card), LENDER).orElseThrow();
  }

  private UUID issued() {
    return ((Answer.Issued) applications.apply(people.activeStudent(HOME))).card().id();
  }

  private final class Played implements SlotAccounts {

    private final Function<String, SlotCharges> answer;
    private final boolean known;

    Played(Function<String, SlotCharges> answer, boolean known) {
      this.answer = answer;
      this.known = known;
    }

    @Override
    public SlotCharges charged(SchoolCode lender, String account) throws IlsUnavailable {
      asked.add(account);
      SlotCharges said = answer.apply(account);
      if (said == null) {
        throw new IlsUnavailable(lender, "says nothing", known);
      }
      return said;
    }

    @Override
    public ItemWhereabouts item(SchoolCode lender, String barcode) {
      throw new AssertionError("Nothing is charged");
    }

    @Override
    public Written checkOut(SchoolCode lender, String account, String barcode) {
      throw new AssertionError("A round only asks");
    }

    @Override
    public Written checkIn(SchoolCode lender, String barcode) {
      throw new AssertionError("A round only asks");
    }
  }
}
