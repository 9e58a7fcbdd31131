package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.Axe;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;
import org.springframework.beans.factory.annotation.Autowired;

/** A desk that nobody attends, in a browser whose clock is put forward. */
@InBrowser
class DeskLockBrowserTests extends Visit {

  private static final SchoolCode HOME = new SchoolCode("NTCB");

  @Autowired Readers readers;

  private Card card;
  private String name;

  private Page deskWithCardInHand(Browser browser) {
    UUID reader = people.activeStudent(HOME);
    applications.apply(reader);
    cards.print(cards.ofReader(reader).get(0).id());
    card = cards.ofReader(reader).get(0);
    name = readers.get(reader).name();
    Page page = browser.desktop();
    page.clock().install();
    signIn(page, "librarian.vnu", Languages.CHINESE);
    page.navigate(site() + "/desk?identity=seen&card=" + card.number());
    page.getByText("證件已核對").waitFor();
    return page;
  }

  private static void nobodyForFiveMinutes(Page page) {
    page.waitForResponse("**/desk/lock", () -> page.clock().runFor("05:01"));
    page.getByText("櫃台鎖住了").waitFor();
  }

  private static void unlock(Page page) {
    page.locator("#lock-password").fill("demo");
    page.locator("#lock-password").press("Enter");
    page.locator("#lock")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  @Test
  void hidesAllUntilThePasswordAndLosesNothing(Browser browser) {
    Page page = deskWithCardInHand(browser);
    page.clock().runFor("04:00");
    page.keyboard().type("K1-");
    page.clock().runFor("04:00");
    assertThat(page.getByText(name).isVisible()).as("a key was pressed meanwhile").isTrue();

    nobodyForFiveMinutes(page);

    assertThat(page.getByText(name).isVisible()).isFalse();
    assertThat(page.evaluate("document.querySelector('main').closest('[inert]') !== null"))
        .isEqualTo(true);
    assertThat(page.title()).isEqualTo("櫃台鎖住了");
    assertThat(Axe.findings(page)).isEmpty();
    Page other = page.context().newPage();
    other.navigate(site() + "/inbox");
    assertThat(other.getByText("櫃台鎖住了").isVisible()).as("no way round by another tab").isTrue();
    other.close();
    page.locator("#lock-password").fill("wrong");
    page.locator("#lock-password").press("Enter");
    page.getByText("密碼不對，櫃台還鎖著").waitFor();
    assertThat(page.getByText(name).isVisible()).isFalse();

    unlock(page);

    assertThat(page.getByText(name).isVisible()).isTrue();
    page.keyboard().type("" + card.slot());
    page.keyboard().press("Enter");
    page.getByText("已借出：K1-" + card.slot()).first().waitFor();
  }

  @Test
  void takesNoScanForAPasswordAndTellsOfIt(Browser browser) {
    Page page = deskWithCardInHand(browser);
    nobodyForFiveMinutes(page);

    page.keyboard().type("B123456789");
    page.keyboard().press("Enter");

    page.getByText("鎖住的時候掃到東西").waitFor();
    assertThat(page.locator("#lock-password").inputValue()).isEmpty();
    unlock(page);
    page.getByText("鎖住的時候掃到的都沒有做，請再掃一次。次數：1").waitFor();
    assertThat(cards.get(card.id()).loans()).isEmpty();
    assertThat(page.content()).as("may have been a password").doesNotContain("B123456789");
  }

  @Test
  void staysLockedWhenLoadedAgainThoughThePlatformWasAway(Browser browser) {
    Page page = deskWithCardInHand(browser);
    page.route("**/desk/lock", Route::abort);
    page.clock().runFor("05:01");
    page.getByText("櫃台鎖住了").waitFor();
    page.unroute("**/desk/lock");

    page.waitForResponse("**/desk/lock", page::reload);
    assertThat(page.getByText(name).isVisible()).isFalse();
    page.reload();

    assertThat(page.locator("header").isVisible()).as("now the platform's own page").isTrue();
    page.locator("#lock-password").fill("demo");
    page.waitForNavigation(() -> page.locator("#lock-password").press("Enter"));
    assertThat(page.getByText(name).isVisible()).as("with the card in hand").isTrue();
  }

  @Test
  void locksAtOnceByTheButton(Browser browser) {
    Page page = deskWithCardInHand(browser);

    page.waitForResponse("**/desk/lock", () -> page.getByText("鎖住櫃台").click());

    assertThat(page.getByText(name).isVisible()).isFalse();
    unlock(page);
    assertThat(page.getByText(name).isVisible()).isTrue();
  }
}
