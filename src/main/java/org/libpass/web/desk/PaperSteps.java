package org.libpass.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libpass.circulation.Desk;
import org.libpass.circulation.PaperDesk;
import org.libpass.circulation.PaperDesk.Paper;
import org.libpass.web.desk.PaperRow.Word;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Enters the rows of a paper one after the other, each with its answer in words. */
@Component
class PaperSteps {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_TYPE = 60;

  private final PaperDesk desk;
  private final PaperTexts texts;

  PaperSteps(PaperDesk desk, PaperTexts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  /**
   * What a paper says of all its rows.
   *
   * @param card on which is lent; null where nothing was lent
   */
  record Head(StaffPrincipal librarian, @Nullable UUID card, Instant at) {}

  List<PaperRow> enter(Head head, List<PaperRow> rows) {
    return rows.stream().map(row -> row.with(enter(head, row))).toList();
  }

  private PaperAnswer enter(Head head, PaperRow row) {
    return tooLong(row)
        .map(texts::unreadable)
        .orElseGet(
            () ->
                unlessCrossed(() -> texts.of(row.back() ? back(head, row) : lend(head, row), row)));
  }

  private static Optional<String> tooLong(PaperRow row) {
    if (row.barcode().length() > ReturnForm.LONGEST) {
      return Optional.of("staff.desk.barcode.too-long");
    }
    if (row.title().length() > LONGEST_TITLE) {
      return Optional.of("staff.desk.title.too-long");
    }
    return row.type().length() > LONGEST_TYPE
        ? Optional.of("staff.desk.type.too-long")
        : Optional.empty();
  }

  private PaperDesk.Entered lend(Head head, PaperRow row) {
    UUID card = head.card();
    if (card == null) {
      throw new IllegalStateException("A loan on no card");
    }
    return desk.lend(head.librarian().ownSchool(), card, row.item(), paper(head, row));
  }

  private PaperDesk.Entered back(Head head, PaperRow row) {
    return desk.takeBack(head.librarian().ownSchool(), row.barcode(), paper(head, row));
  }

  private static Paper paper(Head head, PaperRow row) {
    Desk.Librarian by =
        new Desk.Librarian(
            head.librarian().username(), row.says(Word.AGREED), row.says(Word.BY_HAND));
    return new Paper(head.at(), by, row.says(Word.AS_IT_IS));
  }

  /** Two librarians may enter the same paper: the database lets one of them. */
  private PaperAnswer unlessCrossed(Supplier<PaperAnswer> step) {
    try {
      return step.get();
    } catch (ConcurrencyFailureException | DuplicateKeyException crossed) {
      return texts.crossed();
    }
  }
}
