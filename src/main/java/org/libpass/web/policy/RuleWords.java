package org.libpass.web.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libpass.policy.RuleView;
import org.libpass.policy.RuleView.Effect;
import org.libpass.policy.RuleView.Kind;
import org.libpass.policy.RuleView.Word;
import org.libpass.web.Dates;
import org.libpass.web.Reasons;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in plain words what a rule says, in the language of the request. */
@Component("ruleWords")
class RuleWords {

  private final MessageSource messages;
  private final Reasons reasons;
  private final Dates dates;

  RuleWords(MessageSource messages, Reasons reasons, Dates dates) {
    this.messages = messages;
    this.reasons = reasons;
    this.dates = dates;
  }

  /** What it does, such as "Loan period in days: 14". */
  public String effect(Effect effect) {
    String key = "policy.verb." + effect.verb();
    if (effect.reason() != null) {
      return message(key, reasons.text(effect.reason()));
    }
    if (effect.date() != null) {
      return message(key, dates.day(effect.date()));
    }
    List<Integer> figures = effect.figures();
    if (effect.verb().equals("NOTICE_DAYS_BEFORE")) {
      return message(key, listed(figures.stream().map(day -> message("policy.days-before", day))));
    }
    return switch (figures.size()) {
      case 0 -> message(key);
      case 1 -> message(key, figures.get(0));
      default -> message(key, listed(figures.stream().map(String::valueOf)));
    };
  }

  private String listed(Stream<String> words) {
    return words.collect(Collectors.joining(message("list.separator")));
  }

  /** In which cases it holds; empty when it holds in every case of its question. */
  public String when(RuleView rule) {
    StringBuilder sentence = new StringBuilder();
    List<Word> words = rule.when();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.kind() == Kind.COMPARISON && words.get(i + 1).kind() == Kind.TRUTH) {
        boolean same = word.value().equals("EQUAL");
        boolean yes = Boolean.parseBoolean(words.get(++i).value()) == same;
        sentence.append(message(yes ? "policy.when.yes" : "policy.when.no"));
      } else {
        boolean first = i == 0 || words.get(i - 1).kind() == Kind.OPEN;
        sentence.append(first ? "" : gap(word.kind())).append(text(word));
      }
    }
    return sentence.toString();
  }

  /** Chinese has no spaces between words; before figures it looks better with one. */
  private static String gap(Kind kind) {
    if (kind == Kind.CLOSE) {
      return "";
    }
    boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
    return english || kind == Kind.NUMBER || kind == Kind.SIGN ? " " : "";
  }

  private String text(Word word) {
    return switch (word.kind()) {
      case FIELD -> messageOr("staff.fact." + word.value(), word.value());
      case TEXT -> message("policy.when.text", word.value());
      case DATE -> dates.day(LocalDate.parse(word.value()));
      case COMPARISON -> message("policy.when." + word.value());
      case UNKNOWN, AND, OR, NOT, OPEN, CLOSE -> message("policy.when." + word.kind());
      case NUMBER, SIGN, TRUTH -> word.value();
    };
  }

  private String messageOr(String key, String otherwise) {
    String text = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    return text == null ? otherwise : text;
  }

  private String message(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
