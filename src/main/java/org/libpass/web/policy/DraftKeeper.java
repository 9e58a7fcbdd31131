package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Keeps drafts, and says why one was not kept. */
@Component
class DraftKeeper {

  private final RuleDrafts drafts;

  DraftKeeper(RuleDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * Keeps what was typed, unless it can't be kept or would replace what was not seen.
   *
   * @return the form to show again, empty when it was kept
   */
  Optional<DraftForm> keep(
      RuleOwner owner,
      StaffPrincipal account,
      DraftForm form,
      Model model,
      HttpServletResponse response) {
    Optional<String> fault = form.fault();
    if (fault.isPresent()) {
      model.addAttribute("fault", fault.get());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return Optional.of(form);
    }
    RuleDraft kept = drafts.of(owner, account.username());
    String now = DraftForm.name(kept.texts());
    String mine = DraftForm.name(form.texts());
    if (kept.savedAt() == null && mine.equals(now) && form.base() == kept.base()) {
      return Optional.empty(); // nothing was changed, so there is no draft to keep
    }
    if (kept.savedAt() != null && !now.equals(form.seen()) && !now.equals(mine)) {
      model.addAttribute("overlap", TextDifference.of(owner, kept.texts(), form.texts()));
      response.setStatus(HttpStatus.CONFLICT.value());
      return Optional.of(form.having(now));
    }
    try {
      drafts.save(owner, account.username(), form.base(), form.texts());
      return Optional.empty();
    } catch (DuplicateKeyException secondClick) {
      // Another request has begun the draft at the same moment: it is seen now.
      return keep(owner, account, form, model, response);
    }
  }
}
