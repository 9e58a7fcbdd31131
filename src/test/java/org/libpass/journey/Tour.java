package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.libpass.testing.Browser;

/**
 * The main visit in a browser, from sign-in to return: a reader of one school, the librarian there,
 * and the desk of another. A camera sees each page by a name.
 */
final class Tour {

  static final String READERS_SCHOOL = "NTUT";
  static final String LENDER = "CUTE";
  private static final String CHINESE_BOOK = "紅樓夢校注";
  private static final String ENGLISH_BOOK = "The Old Man and the Sea";

  private final String site;
  private final Words words;
  private final BiConsumer<Page, String> camera;
  private final BinaryOperator<String> shelf;
  private final Page reader;
  private final Page librarian;
  private final Page desk;

  /**
   * @param camera is shown each page with its name
   * @param shelf gives a school and a title the barcode of a book on that school's shelf
   */
  Tour(
      String site,
      Words words,
      Browser browser,
      BiConsumer<Page, String> camera,
      BinaryOperator<String> shelf) {
    this.shelf = shelf;
    this.site = site;
    this.words = words;
    this.camera = camera;
    this.reader = browser.desktop();
    this.librarian = browser.desktop();
    this.desk = browser.desktop();
  }

  Page reader() {
    return reader;
  }

  /** The reader signs in, and asks for activation. */
  void asksForActivation(String account) {
    comes(reader, "/");
    camera.accept(reader, "home");
    reader.locator("#school").selectOption(READERS_SCHOOL);
    reader.locator("#account").fill(account);
    reader.locator("#password").fill("demo");
    press(reader, "sign-in.submit");
    camera.accept(reader, "me-not-activated");
    reader.getByRole(AriaRole.LINK, exactly("me.activate")).first().click();
    camera.accept(reader, "activation-texts");
    press(reader, "consent.agree");
    sees(reader, "consent.rules.missing");
    camera.accept(reader, "activation-texts-not-ticked");
    reader.locator("#privacy").check();
    reader.locator("#rules").check();
    press(reader, "consent.agree");
    reader.locator("#phone").fill("0912-345-678");
    camera.accept(reader, "activation-form");
    press(reader, "activation.send");
    sees(reader, "activation.sent");
    camera.accept(reader, "activation-sent");
  }

  /** The home school's librarian takes the task, and approves. */
  void isActivated() {
    String name = reader.locator(".who").textContent().strip();
    staffComes(librarian, "librarian." + READERS_SCHOOL.toLowerCase(java.util.Locale.ROOT));
    go(librarian, "/inbox");
    camera.accept(librarian, "inbox");
    press(librarian, "staff.inbox.claim.of", name);
    librarian.locator(".task h2 a").getByText(name).click();
    camera.accept(librarian, "inbox-activation");
    press(librarian, "staff.activation.approve");
    sees(librarian, "staff.activation.approved", name);
  }

  /** The reader applies, looks at the card and prints it. */
  String getsACard() {
    go(reader, "/me");
    camera.accept(reader, "me");
    go(reader, "/me/cards/new");
    camera.accept(reader, "apply");
    press(reader, "apply.send");
    String number = reader.url().replaceAll(".*/", "");
    camera.accept(reader, "card");
    go(reader, "/me");
    camera.accept(reader, "me-to-do");
    go(reader, "/me/cards/" + number);
    return number;
  }

  void prints() {
    press(reader, "card.print");
    assertThat(reader.url()).endsWith("/print");
    camera.accept(reader, "card-to-print");
  }

  /** Somebody scans the QR code with a phone. */
  void isVerified(String path) {
    Page somebody = librarian;
    go(somebody, path);
    sees(somebody, "verify.valid.text");
    camera.accept(somebody, "verify");
  }

  /** The other school's desk lends two items. */
  void borrows(String number) {
    staffComes(desk, "librarian." + LENDER.toLowerCase(java.util.Locale.ROOT));
    go(desk, "/desk");
    camera.accept(desk, "desk-empty");
    assertThat(desk.evaluate("document.activeElement.id")).isEqualTo("scan");
    desk.keyboard().type(number);
    desk.keyboard().press("Enter");
    sees(desk, "desk.identity");
    camera.accept(desk, "desk-card");
    press(desk, "staff.desk.check.go-on");
    lends(CHINESE_BOOK);
    lends(ENGLISH_BOOK);
    camera.accept(desk, "desk");
    go(reader, "/me/cards/" + number);
    sees(reader, "loan.out");
    camera.accept(reader, "card-with-loans");
    go(reader, "/me");
    camera.accept(reader, "me-with-loans");
  }

  private void lends(String title) {
    desk.locator("#scan").fill(shelf.apply(LENDER, title));
    press(desk, "desk.scan.submit");
    sees(desk, "staff.desk.lend.done", title);
  }

  /** The desk takes both back, and the reader is done. */
  void returns(String number) {
    press(desk, "staff.desk.take-back.of", CHINESE_BOOK);
    sees(desk, "staff.desk.back.still-out", 1);
    camera.accept(desk, "desk-returned");
    press(desk, "staff.desk.take-back.of", ENGLISH_BOOK);
    sees(desk, "staff.desk.back.all");
    go(reader, "/me/cards/" + number);
    press(reader, "card.done");
    sees(reader, "card.done.done");
    sees(reader, "card.state.RETURNED");
    camera.accept(reader, "card-returned");
    go(reader, "/me/cards");
    camera.accept(reader, "cards");
  }

  /** What else there is to see when all is done. */
  void looksAround(String number) {
    for (String page : new String[] {"/rules", "/closed-days", "/me/profile", "/me/cards/new"}) {
      go(reader, page);
      camera.accept(reader, "reader" + page.replace('/', '-'));
    }
    go(librarian, "/cards");
    camera.accept(librarian, "librarian-cards");
    go(librarian, "/cards/" + number);
    camera.accept(librarian, "librarian-card");
    go(desk, "/desk?card=" + number);
    camera.accept(desk, "desk-closed-card");
    go(desk, "/desk?card=NTUT-1-20200101000000");
    camera.accept(desk, "desk-unknown-card");
    go(desk, "/demo");
    camera.accept(desk, "demo");
    desk.locator("#mails a").first().click();
    camera.accept(desk, "demo-mail");
    looksAtPolicy();
  }

  /** The policy administrator sees which rules are live. */
  void looksAtPolicy() {
    signOut(librarian);
    staffComes(librarian, "policy." + READERS_SCHOOL.toLowerCase(java.util.Locale.ROOT));
    go(librarian, "/policy");
    camera.accept(librarian, "policy");
  }

  private void signOut(Page page) {
    press(page, "layout.sign-out");
  }

  private void comes(Page page, String path) {
    go(page, path);
    if (words.isEnglish()) {
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("English")).click();
    }
  }

  private void staffComes(Page page, String username) {
    go(page, "/staff/sign-in");
    if (words.isEnglish() && page.locator("html[lang=en]").count() == 0) {
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("English")).click();
    }
    page.locator("#username").fill(username);
    page.locator("#password").fill("demo");
    press(page, "sign-in.submit");
  }

  private void go(Page page, String path) {
    page.navigate(site + path);
  }

  private void press(Page page, String key, Object... arguments) {
    page.getByRole(AriaRole.BUTTON, exactly(key, arguments)).first().click();
    page.waitForLoadState();
  }

  private void sees(Page page, String key, Object... arguments) {
    Locator said = page.locator("#content").getByText(words.of(key, arguments)).first();
    said.waitFor();
  }

  private GetByRoleOptions exactly(String key, Object... arguments) {
    return new GetByRoleOptions().setName(words.of(key, arguments)).setExact(true);
  }
}
