package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libpass.policy.FigureSheet;
import org.libpass.policy.PlainFigure;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleFigures;
import org.libpass.policy.RuleFigures.Written;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.web.Flash;
import org.libpass.web.layout.Languages;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plain numbers of an owner's rules as a form. It writes into the draft of the rules. */
@Controller
@RequestMapping("/policy/{owner}/figures")
class FiguresController {

  private final RuleDrafts drafts;
  private final RuleFigures figures;
  private final FiguresPage page;

  FiguresController(RuleDrafts drafts, RuleFigures figures, FiguresPage page) {
    this.drafts = drafts;
    this.figures = figures;
    this.page = page;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal account, @MayChange RuleOwner owner, Model model) {
    RuleDraft draft = drafts.of(owner, account.username());
    FigureSheet sheet = figures.sheet(owner, draft.texts());
    return page.show(draft, sheet, sheet.rows().stream().map(FigureField::of).toList(), model);
  }

  @PostMapping
  String set(
      @AuthenticationPrincipal StaffPrincipal account,
      @MayChange RuleOwner owner,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    RuleDraft draft = drafts.of(owner, account.username());
    FigureSheet sheet = figures.sheet(owner, draft.texts());
    List<FigureField> fields =
        sheet.rows().stream()
            .map(row -> FigureField.of(row, typed.get(FigureField.id(row.figure()))))
            .toList();
    if (!DraftForm.name(draft.texts()).equals(seen)) {
      model.addAttribute("stale", true);
      response.setStatus(HttpStatus.CONFLICT.value());
      return page.show(draft, sheet, fields, model);
    }
    if (sheet.rows().isEmpty() || fields.stream().anyMatch(field -> field.fault() != null)) {
      return page.refused(draft, sheet, fields, model, response);
    }
    Written written = write(draft, fields);
    if (written instanceof Written.Done done) {
      keep(draft, account, done.texts(), next);
      return "redirect:/policy/" + owner + "/figures";
    }
    if (written instanceof Written.Shared shared) {
      return page.refused(draft, sheet, marked(fields, shared.figures()), model, response);
    }
    if (written instanceof Written.Refused refused) {
      FigureSheet why = new FigureSheet(sheet.rows(), refused.errors());
      return page.refused(draft, why, fields, model, response);
    }
    return page.refused(draft, FigureSheet.UNCLEAR, List.of(), model, response);
  }

  private void keep(
      RuleDraft draft, StaffPrincipal account, RuleTexts texts, RedirectAttributes next) {
    if (texts.equals(draft.texts())) {
      Flash.note(next, "policy.figures.same");
      return;
    }
    drafts.save(draft.owner(), account.username(), draft.base(), texts);
    Flash.done(next, "policy.figures.saved");
  }

  private Written write(RuleDraft draft, List<FigureField> fields) {
    Map<PlainFigure, List<Integer>> wanted = new EnumMap<>(PlainFigure.class);
    for (FigureField field : fields) {
      if (field.row().isOpen()) {
        wanted.put(field.row().figure(), field.numbers().orElseThrow());
      }
    }
    boolean chinese =
        LocaleContextHolder.getLocale().getLanguage().equals(Languages.CHINESE.getLanguage());
    return figures.write(draft.owner(), draft.texts(), wanted, chinese);
  }

  private static List<FigureField> marked(List<FigureField> fields, Set<PlainFigure> shared) {
    return fields.stream()
        .map(
            field ->
                shared.contains(field.row().figure()) ? field.with("policy.figures.shared") : field)
        .toList();
  }
}
