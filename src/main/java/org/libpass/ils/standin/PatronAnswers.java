package org.libpass.ils.standin;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinFault;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** The answers about a patron: information (64), status (24) and the end of the session (36). */
final class PatronAnswers {

  /** Where the summary begins in a request for information, and the lists that it asks for. */
  private static final int SUMMARY = 23;

  private static final List<String> LISTS = List.of("AS", "AT", "AU", "AV", "BU", "CD");

  private final SchoolCode school;
  private final Dialect dialect;
  private final StandinLibrary library;
  private final TaipeiClock clock;

  PatronAnswers(SchoolCode school, Dialect dialect, StandinLibrary library, TaipeiClock clock) {
    this.school = school;
    this.dialect = dialect;
    this.library = library;
    this.clock = clock;
  }

  Reply information(Request request, StandinFault fault) {
    PatronView view = view(request, fault);
    Reply reply = begin("64", view.counts(), request, view);
    list(reply, request, view);
    view.account().ifPresent(account -> about(reply, account.patron()));
    return end(reply, view);
  }

  Reply status(Request request, StandinFault fault) {
    PatronView view = view(request, fault);
    return end(begin("24", "", request, view), view);
  }

  Reply endSession(Request request) {
    return new Reply(dialect, "36Y" + WireDates.now(clock))
        .field("AO", school.value())
        .field("AA", request.field("AA"))
        .optional("AF", null)
        .optional("AG", null);
  }

  private PatronView view(Request request, StandinFault fault) {
    Optional<Account> account =
        fault == StandinFault.KNOWS_NOBODY
            ? Optional.empty()
            : library.account(request.field("AA"));
    return new PatronView(dialect, fault, account, request.fieldIfSent("AD"), clock.today());
  }

  private Reply begin(String code, String counts, Request request, PatronView view) {
    String language = request.head().substring(2, 5);
    String head = code + view.flags() + language + WireDates.now(clock) + counts;
    Optional<Patron> patron = view.account().map(Account::patron);
    Reply reply =
        new Reply(dialect, head)
            .field("AO", school.value())
            .field("AA", patron.map(Patron::number).orElse(request.field("AA")))
            .field("AE", patron.map(Patron::name).orElse(""))
            .field("BL", view.valid() ? "Y" : "N");
    String right = view.passwordValid();
    if (right != null) {
      reply.field("CQ", right);
    }
    if (view.account().isPresent() && view.amount() != null) {
      reply.field("BH", "TWD").optional("BV", view.amount());
    }
    return reply;
  }

  /** The first list that is asked for; the others are not answered. */
  private void list(Reply reply, Request request, PatronView view) {
    IntStream.range(0, LISTS.size())
        .filter(at -> request.head().charAt(SUMMARY + at) == 'Y')
        .mapToObj(LISTS::get)
        .findFirst()
        .ifPresent(field -> reply.all(field, page(view.list(field), request)));
  }

  /** The part of the list between BP and BQ; beyond its end there is one entry, which is empty. */
  private List<String> page(List<String> all, Request request) {
    int from = number(request.field("BP"), 1);
    int to = Math.min(all.size(), number(request.field("BQ"), all.size()));
    if (from > to) {
      boolean paged = !request.field("BP").isEmpty();
      return paged || dialect.has(Habit.EMPTY_FIELDS) ? List.of("") : List.of();
    }
    return all.subList(from - 1, to);
  }

  private static int number(String digits, int otherwise) {
    return digits.matches("[1-9]\\d{0,3}") ? Integer.parseInt(digits) : otherwise;
  }

  private void about(Reply reply, Patron patron) {
    reply.optional("BE", patron.email());
    String expiry =
        patron.expiry() == null ? null : WireDates.day(patron.expiry(), dialect.dates());
    reply.optional(dialect.expiryField(), expiry);
    reply.field(dialect.identityField(), patron.identity());
    if (dialect.has(Habit.REQUESTS)) {
      reply.all(Settings.REQUESTS, patron.requests());
    }
    if (dialect.unitField().equals("AF")) {
      reply.field("AF", Screen.WELCOME.in(dialect.charset()));
    }
    reply.field(dialect.unitField(), patron.unit());
  }

  private Reply end(Reply reply, PatronView view) {
    Screen screen = view.screen();
    return reply.optional("AF", text(screen)).optional("AG", null);
  }

  private @Nullable String text(@Nullable Screen screen) {
    return screen == null ? null : screen.in(dialect.charset());
  }
}
