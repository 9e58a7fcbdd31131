package org.libpass.web.reader;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libpass.policy.Reason;
import org.springframework.stereotype.Component;

/** Where a reader can go on our pages to do what a refusal says comes next. */
@Component("nextSteps")
class NextSteps {

  private static final Map<String, Step> STEPS =
      Map.of(
          "not-activated", new Step("/me/activation", "me.activate"),
          "overdue", new Step("/me#todo-title", "next.overdue"),
          "fine", new Step("/contacts", "next.library"),
          "reader-expired", new Step("/contacts", "next.library"),
          "suspended", new Step("/contacts", "next.library"),
          "leaving", new Step("/contacts", "next.library"),
          "revoked-with-loans", new Step("/me/cards", "me.cards"));

  /** What the home library may know better by now. */
  private static final Set<String> AT_HOME = Set.of("overdue", "fine", "reader-expired");

  /**
   * A link.
   *
   * @param label the key of its text
   */
  public record Step(String page, String label) {}

  /** The link beside a reason, if one helps. */
  public Optional<Step> of(Reason reason) {
    return Optional.ofNullable(STEPS.get(reason.key()));
  }

  /** Whether asking the home library again may take a reason away. */
  public boolean mayPass(Iterable<Reason> reasons) {
    for (Reason reason : reasons) {
      if (AT_HOME.contains(reason.key())) {
        return true;
      }
    }
    return false;
  }
}
