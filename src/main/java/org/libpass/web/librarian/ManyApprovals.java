package org.libpass.web.librarian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.policy.Reason;
import org.libpass.process.Inbox;
import org.libpass.process.InboxList;
import org.libpass.reader.Activations;
import org.libpass.web.ReasonTexts;
import org.libpass.web.librarian.InboxRows.Row;
import org.libpass.web.librarian.ManyApproved.Left;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;

/**
 * Approves many tasks, one after the other as if each were alone: the library system is asked
 * before, and what is done for one stays done whatever becomes of the others.
 */
@Component
class ManyApprovals {

  private final InboxList list;
  private final InboxRows rows;
  private final Activations activations;
  private final CardApplications applications;
  private final TaskReaders readers;
  private final ReasonTexts texts;

  ManyApprovals(
      InboxList list,
      InboxRows rows,
      Activations activations,
      CardApplications applications,
      TaskReaders readers,
      ReasonTexts texts) {
    this.list = list;
    this.rows = rows;
    this.activations = activations;
    this.applications = applications;
    this.readers = readers;
    this.texts = texts;
  }

  /**
   * Approves those of the tasks that may be.
   *
   * @param ids at most a page of them is looked at
   */
  ManyApproved approve(List<String> ids, StaffPrincipal librarian) {
    List<String> wanted = ids.stream().distinct().limit(InboxList.PAGE).toList();
    List<Row> open = rows.of(list.lines(librarian.ownSchool(), wanted), librarian);
    List<String> done = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    for (Row row : open) {
      Optional<Left> why = approve(row, librarian.username());
      why.ifPresentOrElse(left::add, () -> done.add(row.about()));
    }
    for (String gone : wanted) {
      if (open.stream().noneMatch(row -> row.task().id().equals(gone))) {
        left.add(new Left("", "", "gone", List.of()));
      }
    }
    return new ManyApproved(done, left);
  }

  /** Why it was not done, or empty. */
  private Optional<Left> approve(Row row, String by) {
    if (!Decided.byYesOrNo(row.task().kind())) {
      return Optional.of(left(row, "undecided", List.of()));
    }
    if (!row.isApproved()) {
      return Optional.of(left(row, "somebody-elses", List.of()));
    }
    return row.task().kind() == Inbox.Kind.ACTIVATION ? activation(row, by) : application(row, by);
  }

  private Optional<Left> activation(Row row, String by) {
    return switch (activations.approveUnobjected(row.task().subject(), by)) {
      case DONE -> Optional.empty();
      case ALREADY_DECIDED -> Optional.of(left(row, "decided", List.of()));
      case CANNOT_ASK -> Optional.of(left(row, "cannot-ask", List.of()));
      case OBJECTED ->
          Optional.of(left(row, "objected", activations.objections(row.task().subject())));
    };
  }

  private Optional<Left> application(Row row, String by) {
    Answer answer =
        applications.approveUnobjected(row.task().subject(), readers.of(row.task()).id(), by);
    if (answer instanceof Answer.Issued) {
      return Optional.empty();
    }
    if (answer instanceof Answer.Objected objected) {
      return Optional.of(left(row, "objected", objected.reasons()));
    }
    return Optional.of(left(row, key(answer), List.of()));
  }

  private static String key(Answer answer) {
    if (answer instanceof Answer.CannotAsk) {
      return "cannot-ask";
    }
    return answer instanceof Answer.QuotaFull ? "quota-full" : "decided";
  }

  private Left left(Row row, String key, List<Reason> reasons) {
    return new Left(row.task().id(), row.about(), key, texts.of(reasons));
  }
}
