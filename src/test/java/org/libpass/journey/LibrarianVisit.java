package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;

/** What a librarian does at the inbox and at the desk, in a librarian's words. */
final class LibrarianVisit {

  private final Visitor visitor;
  private final String username;

  LibrarianVisit(Visitor visitor, String username) {
    this.visitor = visitor;
    this.username = username;
  }

  LibrarianVisit signsIn() {
    visitor
        .open("/staff/sign-in")
        .fill("username", username)
        .fill("password", "demo")
        .press("sign-in.submit")
        .isAnswered(200);
    return this;
  }

  Visitor at(String page) {
    return visitor.open(page);
  }

  /** Pastes a list of readers, looks at what it would change, and confirms it. */
  Visitor importsReaders(String list) {
    at("/inbox").follow("menu.reader-list");
    visitor.fill("text", list).press("readers.check").isAnswered(200).sees("readers.preview.lead");
    return visitor.press("readers.preview.confirm").isAnswered(200);
  }

  /** Opens the task about a reader from the inbox. */
  Visitor opensTheTaskOf(ReaderVisit reader) {
    at("/inbox");
    Element task =
        visitor.page().select(".task h2 a").stream()
            .filter(link -> link.text().equals(reader.name()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(reader.name() + " is not in " + visitor.text()));
    return visitor.follow(task).isAnswered(200);
  }

  void hasNoTaskOf(ReaderVisit reader) {
    at("/inbox");
    assertThat(visitor.page().select(".task h2 a").eachText()).doesNotContain(reader.name());
  }

  /** Takes the task about a reader and says yes. */
  Visitor approvesTheRequestOf(ReaderVisit reader) {
    opensTheTaskOf(reader);
    visitor
        .press("staff.inbox.claim.of", reader.name())
        .sees("staff.inbox.claimed")
        .sees("staff.inbox.mine");
    boolean activation =
        visitor.text().contains(visitor.words().of("staff.activation.approve.hint"));
    return visitor.press(activation ? "staff.activation.approve" : "staff.review.approve");
  }

  /** Scans a card. */
  Visitor takesInHand(String card) {
    return at("/desk").fill("scan", card).press("desk.scan.submit");
  }

  /** Lends an item on the card in hand, having seen an identity card. */
  Visitor lends(String title, String barcode) {
    if (visitor.page().selectFirst("form.identity") != null) {
      visitor.press("staff.desk.check.go-on");
    }
    visitor.fill("scan", barcode);
    if (visitor.page().getElementById("title") != null) { // else the library's system knows it
      visitor.fill("title", title);
    }
    return visitor.press("desk.scan.submit").sees("staff.desk.lend.done", title);
  }

  Visitor takesBack(String title) {
    return visitor.press("staff.desk.take-back.of", title).sees("staff.desk.back.done", title);
  }

  Visitor undoes() {
    return visitor.press("staff.desk.undo").sees("staff.desk.undo.done");
  }
}
