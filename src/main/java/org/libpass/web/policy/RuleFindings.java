package org.libpass.web.policy;

import java.util.List;
import java.util.Locale;
import org.libpass.policy.RulesError;
import org.libpass.policy.RulesWarning;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what was found in a draft, in the language of the request. */
@Component
class RuleFindings {

  private final MessageSource messages;

  RuleFindings(MessageSource messages) {
    this.messages = messages;
  }

  List<RuleFinding> errors(List<RulesError> errors) {
    return errors.stream().map(one -> finding(one.file(), one.line(), one.zh(), one.en())).toList();
  }

  List<RuleFinding> warnings(List<RulesWarning> warnings) {
    return warnings.stream()
        .map(one -> finding(one.file(), one.line(), one.zh(), one.en()))
        .toList();
  }

  private RuleFinding finding(String file, int line, String zh, String en) {
    Locale locale = LocaleContextHolder.getLocale();
    String part =
        file.endsWith("tests.yaml") ? "examples" : file.endsWith("words.yaml") ? "words" : "rules";
    return new RuleFinding(
        part,
        line,
        messages.getMessage("policy.edit.place." + part, new Object[] {line}, locale),
        locale.getLanguage().equals("en") ? en : zh);
  }
}
