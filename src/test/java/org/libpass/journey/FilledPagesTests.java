package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.card.Card;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.message.Messages;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** The librarians' pages on a day with work: what an empty list can't show. */
@InBrowser
class FilledPagesTests extends Visit {

  private static final SchoolCode HOME = new SchoolCode("HDUT");
  private static final SchoolCode LENDER = new SchoolCode("VNU");
  private static final String LIBRARIAN = "librarian.hdut";

  @Autowired Readers readers;
  @Autowired Activations activations;
  @Autowired Messages writing;
  @Autowired Fines fines;
  @Autowired Inbox inbox;

  private Card late;
  private Card fresh;

  /**
   * Two who ask for activation, an overdue book, a fine, a message, and a card with nothing on it.
   */
  @BeforeEach
  void work() {
    for (int i = 0; i < 2; i++) {
      people.submit(people.student(HOME));
    }
    late = printedCard(HOME);
    Loan.Item book = new Loan.Item("F-" + late.slot(), "從前從前有一座很大很大的圖書館：技職校院館際合作三十年", "圖書");
    lend(book);
    lend(new Loan.Item("G-" + late.slot(), null, "期刊"));
    fines.record(late.id(), LENDER, new Fines.Reasons(book.barcode(), 120, "封面破損"), "desk.test");
    writing.send(LENDER, HOME, late.id(), book.barcode(), "有人在等這一本。", "librarian.vnu");
    clock.advance(Duration.ofDays(40));
    timePasses();
    fresh = printedCard(HOME);
  }

  @AfterEach
  void done() {
    for (Inbox.Task task : inbox.open(HOME)) {
      switch (task.kind()) {
        case ACTIVATION -> activations.approve(task.subject(), LIBRARIAN);
        case MESSAGE -> writing.read(task.subject(), LIBRARIAN);
        default -> {}
      }
    }
    for (Loan loan : cards.get(late.id()).loansOut()) {
      desk.takeBack(loan.school(), loan.barcode(), Desk.Librarian.of("desk.test").withoutSystem());
    }
    time.set(TestTime.START);
  }

  private void lend(Loan.Item item) {
    assertThat(desk.lend(LENDER, late.id(), item, new Desk.Librarian("desk.test", true, true)))
        .isInstanceOf(Desk.Lent.Done.class);
  }

  private Page librarian(Browser browser, String username, Locale language) {
    Page page = browser.desktop();
    signIn(page, username, language);
    return page;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void areGoodForEverybody(Locale language, Browser browser) {
    GoodPage good = new GoodPage(language);
    Page home = librarian(browser, LIBRARIAN, language);
    Reader reader = readers.get(late.reader());
    good.at(home, site() + "/inbox");
    for (Inbox.Task task : inbox.open(HOME)) {
      good.at(home, site() + "/inbox/" + task.id());
    }
    good.at(home, site() + "/cards");
    good.at(home, site() + "/cards/" + late.number());
    good.at(home, site() + "/readers");
    good.at(home, site() + "/readers/" + reader.id());
    home.navigate(site() + "/clearance");
    home.locator("#text")
        .fill(reader.number() + "\nnobody\n" + readers.get(fresh.reader()).number());
    home.waitForNavigation(() -> home.locator("main form button[type=submit]").click());
    good.at(home, home.url());
    good.at(home, site() + "/log");

    Page lender = librarian(browser, "librarian.vnu", language);
    good.at(lender, site() + "/loans");
    good.at(lender, site() + "/loans/" + late.number() + "/message?barcode=F-" + late.slot());
    good.at(lender, site() + "/cards/" + late.number());
    good.at(lender, site() + "/desk?card=" + late.number());
    good.at(lender, site() + "/desk?card=" + fresh.number());
    good.at(lender, site() + "/desk?card=" + fresh.number() + "&identity=seen");
    scan(lender, "H-" + fresh.slot());
    good.here(lender, "desk-lent");
    scan(lender, "H-" + fresh.slot());
    good.here(lender, "desk-refused");
    scan(lender, "HDUT-9-20200101000000");
    good.here(lender, "desk-unknown");
    good.at(lender, site() + "/desk/practice/s?card=TRY-1-20260105090000&identity=seen&scan=none");
    lender.locator("form[data-lock-now] button").click();
    lender.locator("#lock-password").waitFor();
    good.here(lender, "locked");
    good.at(lender, site() + "/loans");
    good.all();
  }

  private static void scan(Page desk, String code) {
    Locator answers = desk.locator("#desk-log li");
    int before = answers.count();
    desk.locator("#scan").focus();
    desk.keyboard().type(code);
    desk.keyboard().press("Enter");
    desk.waitForCondition(() -> answers.count() == before + 1);
  }

  @Test
  void theInboxIsWorkedWithKeys(Browser browser) {
    Page page = librarian(browser, LIBRARIAN, Locale.TRADITIONAL_CHINESE);
    page.navigate(site() + "/inbox");
    List<Inbox.Task> tasks = inbox.open(HOME);
    assertThat(tasks).hasSizeGreaterThan(2);

    page.keyboard().press("j");
    assertThat(focused(page)).endsWith(tasks.get(0).id());
    page.keyboard().press("j");
    assertThat(focused(page)).endsWith(tasks.get(1).id());
    page.keyboard().press("k");
    assertThat(focused(page)).endsWith(tasks.get(0).id());

    page.keyboard().press("?");
    assertThat(page.locator("#keys").isVisible()).isTrue();
    page.locator("#keys-on").uncheck();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys").isVisible()).isFalse();
    page.reload();
    page.keyboard().press("j");
    assertThat(focused(page)).doesNotContain("/inbox/");
    page.locator("[data-keys-help]").click();
    page.locator("#keys-on").check();
    page.keyboard().press("Escape");

    page.keyboard().press("j");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    assertThat(page.url()).endsWith("/inbox/" + tasks.get(0).id());
    assertThat(browser.complaints()).isEmpty();
  }

  /** The address of the link with the focus, empty when none has it. */
  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.getAttribute('href') || ''"));
  }
}
