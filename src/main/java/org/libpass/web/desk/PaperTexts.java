package org.libpass.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.TakenBack;
import org.libpass.circulation.PaperDesk.Entered;
import org.libpass.web.Dates;
import org.libpass.web.desk.PaperRow.Word;
import org.springframework.stereotype.Component;

/**
 * Says what became of an item on paper: what the desk says, but for the reader, who is not standing
 * there any more, and the book, which is gone or back already.
 */
@Component
class PaperTexts {

  private final DeskTexts texts;
  private final Dates dates;

  PaperTexts(DeskTexts texts, Dates dates) {
    this.texts = texts;
    this.dates = dates;
  }

  PaperAnswer of(Entered entered, PaperRow row) {
    if (entered instanceof Entered.TooEarly early) {
      String key = row.back() ? "paper.too-early.back" : "paper.too-early.lent";
      return refused(row, texts.say(key, dates.moment(early.since())));
    }
    if (entered instanceof Entered.AsItIs it) {
      List<String> details =
          List.of(
              texts.say("staff.desk.lend.return-by", dates.day(it.loan().returnBy())),
              texts.say("paper.as-it-is.task"));
      return PaperAnswer.settled(
          DeskAnswer.done(texts.say("paper.as-it-is", it.loan().label()), details, null));
    }
    return entered instanceof Entered.Lent lent
        ? lent(lent, row)
        : takenBack(((Entered.TakenBack) entered).answer(), row);
  }

  private PaperAnswer lent(Entered.Lent entered, PaperRow row) {
    Lent answer = entered.answer();
    if (answer instanceof Lent.OnThisCard) {
      return PaperAnswer.settled(
          DeskAnswer.note(texts.say("paper.there", row.barcode()), texts.say("paper.there.next")));
    }
    if (answer instanceof Lent.OnAnotherCard) {
      return refused(row, texts.say("paper.on-another-card"));
    }
    if (answer instanceof Lent.SystemAway) {
      return refused(row, texts.say("paper.away"), Word.BY_HAND);
    }
    DeskAnswer words = texts.lent(answer, scanned(row));
    if (answer instanceof Lent.SystemRefused) {
      return PaperAnswer.open(with(words, "paper.system-refused"), Word.BY_HAND);
    }
    if (answer instanceof Lent.AskLibrarian) {
      return PaperAnswer.open(with(words, "paper.ask"), Word.AGREED, Word.AS_IT_IS);
    }
    if (entered.mayStand()) {
      return PaperAnswer.open(with(words, "paper.out-already"), Word.AS_IT_IS);
    }
    return answer instanceof Lent.Done || answer instanceof Lent.Unknown
        ? PaperAnswer.settled(words)
        : PaperAnswer.open(words);
  }

  private PaperAnswer takenBack(TakenBack answer, PaperRow row) {
    if (answer instanceof TakenBack.SystemAway) {
      return refused(row, texts.say("paper.away"), Word.BY_HAND);
    }
    DeskAnswer words =
        texts.takenBack(answer, new ReturnForm(row.barcode(), null, null, row.says(Word.BY_HAND)));
    if (answer instanceof TakenBack.SystemRefused) {
      return PaperAnswer.open(with(words, "paper.system-refused.back"), Word.BY_HAND);
    }
    if (answer instanceof TakenBack.NotOut) {
      return PaperAnswer.open(with(words, "paper.not-out"));
    }
    return answer instanceof TakenBack.Done || answer instanceof TakenBack.Unknown
        ? PaperAnswer.settled(words)
        : PaperAnswer.open(words);
  }

  /** Somebody else changed the same thing at the same moment. */
  PaperAnswer crossed() {
    return PaperAnswer.open(texts.crossed());
  }

  /** What was typed can be no item. */
  PaperAnswer unreadable(String key) {
    return PaperAnswer.open(texts.unreadable(texts.say(key)));
  }

  private PaperAnswer refused(PaperRow row, String why, Word... choices) {
    String key = row.back() ? "staff.desk.back.refused" : "staff.desk.lend.refused";
    return PaperAnswer.open(DeskAnswer.refused(texts.say(key, row.barcode()), why), choices);
  }

  private DeskAnswer with(DeskAnswer words, String key) {
    List<String> details = new ArrayList<>(words.details());
    details.add(texts.say(key));
    return new DeskAnswer(
        words.tone(), words.headline(), details, words.reasons(), null, null, null, null);
  }

  private static ScanForm scanned(PaperRow row) {
    return new ScanForm(
        row.barcode(),
        null,
        ScanForm.SEEN,
        row.title(),
        row.type(),
        row.says(Word.AGREED),
        row.says(Word.BY_HAND));
  }
}
