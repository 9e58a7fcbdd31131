package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.libpass.policy.FigureSheet;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleVersions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which plain numbers are set. */
@Component
class FiguresPage {

  private final RuleVersions versions;
  private final RuleFindings findings;
  private final OwnerNames names;

  FiguresPage(RuleVersions versions, RuleFindings findings, OwnerNames names) {
    this.versions = versions;
    this.findings = findings;
    this.names = names;
  }

  /** The figures with what stands in their fields. */
  String show(RuleDraft draft, FigureSheet sheet, List<FigureField> fields, Model model) {
    Map<String, List<FigureField>> groups =
        fields.stream()
            .collect(
                Collectors.groupingBy(
                    field -> field.row().figure().question(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    model.addAttribute("owner", draft.owner());
    model.addAttribute("ownerName", names.of(draft.owner()));
    model.addAttribute("draft", draft);
    model.addAttribute("seen", DraftForm.name(draft.texts()));
    model.addAttribute("newest", versions.newest(draft.owner()));
    model.addAttribute("errors", findings.errors(sheet.errors()));
    model.addAttribute("groups", groups);
    model.addAttribute("faults", fields.stream().filter(field -> field.fault() != null).toList());
    return "policy/figures";
  }

  /** The same, after figures that can't be set. */
  String refused(
      RuleDraft draft,
      FigureSheet sheet,
      List<FigureField> fields,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(draft, sheet, fields, model);
  }
}
