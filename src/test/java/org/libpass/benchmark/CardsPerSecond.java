package org.libpass.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.libpass.benchmark.StatementCounter.Count;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.process.Timers;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.testing.Databases.Database;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * How many cards a second go through apply, print, lend and return by the use cases, with how many
 * SQL statements; beside the bare engine on a database of the same kind, in the same run. {@code
 * -Dlibpass.benchmark.statements=true} shows each statement of each step.
 */
@LibpassTest
@Import(CardsPerSecond.Counting.class)
abstract class CardsPerSecond {

  private static final int WARM_UP = 100;
  private static final int CARDS = 400;
  private static final int ONE_BY_ONE = 20;
  private static final SchoolCode LENDER = new SchoolCode("NTUT");
  private static final String CLERK = "librarian.benchmark";
  private static final Desk.Librarian BY_HAND = Desk.Librarian.of(CLERK).withoutSystem();

  @Autowired People people;
  @Autowired Schools schools;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Desk desk;
  @Autowired Timers timers;
  @Autowired StatementCounter counter;

  private final AtomicInteger barcodes = new AtomicInteger();

  /** Counts what goes through the application's data source. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Counting {

    @Bean
    static StatementCounter statementCounter() {
      return new StatementCounter();
    }

    @Bean
    static BeanPostProcessor countedDataSource(StatementCounter counter) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? counter.around(source) : bean;
        }
      };
    }
  }

  /** A new database of the kind that the application runs on. */
  abstract Database another();

  /** What the report calls the kind. */
  abstract String kind();

  @Test
  void report() throws Exception {
    List<UUID> readers = readers(WARM_UP + CARDS + ONE_BY_ONE);
    AtOnce.each(readers.subList(0, WARM_UP), this::live);
    Measured ours = measure(counter, readers.subList(WARM_UP, WARM_UP + CARDS), this::live);
    Map<String, Count> steps = oneByOne(readers.subList(WARM_UP + CARDS, readers.size()));
    Measured bare = bare(readers);
    print(ours, bare, steps);
  }

  /** Readers of all schools but the lender in turn, active and without a card. */
  private List<UUID> readers(int count) throws Exception {
    List<SchoolCode> homes =
        schools.all().stream().map(School::code).filter(code -> !code.equals(LENDER)).toList();
    List<SchoolCode> ofEach =
        IntStream.range(0, count).mapToObj(index -> homes.get(index % homes.size())).toList();
    return AtOnce.each(ofEach, people::activeStudent);
  }

  private Measured bare(List<UUID> readers) throws Exception {
    try (BareCard engine = new BareCard(another())) {
      AtOnce.Work<UUID, Boolean> life =
          reader -> {
            engine.live();
            return true;
          };
      AtOnce.each(readers.subList(0, WARM_UP), life);
      return measure(engine.counter(), readers.subList(WARM_UP, WARM_UP + CARDS), life);
    }
  }

  private boolean live(UUID reader) {
    UUID card = apply(reader);
    cards.print(card);
    takeBack(lend(card));
    return true;
  }

  private UUID apply(UUID reader) {
    Answer answer = applications.apply(reader);
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    return ((Answer.Issued) answer).card().id();
  }

  private String lend(UUID card) {
    String barcode = "B" + barcodes.incrementAndGet();
    Loan.Item book = new Loan.Item(barcode, "看得見的城市", "book");
    assertThat(desk.lend(LENDER, card, book, BY_HAND)).isInstanceOf(Desk.Lent.Done.class);
    return barcode;
  }

  private void takeBack(String barcode) {
    assertThat(desk.takeBack(LENDER, barcode, BY_HAND)).isInstanceOf(Desk.TakenBack.Done.class);
  }

  /** The statements of each step, and of the end, which the rate above is without. */
  private Map<String, Count> oneByOne(List<UUID> readers) {
    Map<String, Count> steps = new TreeMap<>();
    List<UUID> issued = new ArrayList<>();
    List<String> lent = new ArrayList<>();
    steps.put("1 apply", count(() -> readers.forEach(reader -> issued.add(apply(reader)))));
    steps.put("2 print", count(() -> issued.forEach(cards::print)));
    steps.put("3 lend", count(() -> issued.forEach(card -> lent.add(lend(card)))));
    steps.put("4 return", count(() -> lent.forEach(this::takeBack)));
    steps.put("5 done", count(() -> issued.forEach(cards::done)));
    return steps;
  }

  private Count count(Runnable step) {
    counter.texts();
    Count before = counter.now();
    step.run();
    Count spent = counter.now().since(before);
    if (Boolean.getBoolean("libpass.benchmark.statements")) {
      counter.texts().forEach((sql, times) -> System.out.printf("%5d %s%n", times, sql));
      System.out.println();
    }
    return spent;
  }

  private record Measured(double perSecond, double engine, double own) {

    double all() {
      return engine + own;
    }
  }

  private static Measured measure(
      StatementCounter counter, List<UUID> of, AtOnce.Work<UUID, Boolean> life) throws Exception {
    Count before = counter.now();
    long begin = System.nanoTime();
    AtOnce.each(of, life);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Count spent = counter.now().since(before);
    double cards = of.size();
    return new Measured(cards / seconds, spent.engine() / cards, spent.own() / cards);
  }

  private void print(Measured ours, Measured bare, Map<String, Count> steps) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%n%s, %d threads, %d cards; statements per card%n"
            .formatted(kind(), AtOnce.THREADS, CARDS));
    table.append("%-14s %8s %8s %8s %8s%n".formatted("", "cards/s", "engine", "ours", "all"));
    table.append(line("Libpass", ours));
    table.append(line("bare engine", bare));
    table.append(
        "%-14s %8.2f %8.2f %8s %8.2f%n"
            .formatted(
                "ratio",
                ours.perSecond() / bare.perSecond(),
                ours.engine() / bare.engine(),
                "",
                ours.all() / bare.all()));
    table.append("Libpass by step; the last is not in the figures above%n".formatted());
    steps.forEach(
        (step, count) ->
            table.append(
                "%-14s %8s %8.1f %8.1f%n"
                    .formatted(
                        step,
                        "",
                        count.engine() / (double) ONE_BY_ONE,
                        count.own() / (double) ONE_BY_ONE)));
    System.out.print(table);
  }

  private static String line(String name, Measured it) {
    return "%-14s %8.1f %8.1f %8.1f %8.1f%n"
        .formatted(name, it.perSecond(), it.engine(), it.own(), it.all());
  }
}
