package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleText;
import org.libpass.reader.PrivacyText;
import org.libpass.reader.PrivacyTexts;
import org.libpass.school.SchoolCode;
import org.libpass.web.Dates;
import org.libpass.web.PrivacyChange;
import org.libpass.web.Reasons;
import org.libpass.web.SchoolNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words what changed between what a form's page showed and what it would show now. */
@Component
class FormChanges {

  private static final String SCHOOL = "school.";
  private static final String LIMIT = "limit.";
  private static final String REASON = "reason.";

  private final Policies policies;
  private final PrivacyTexts privacy;
  private final Reasons reasons;
  private final SchoolNames schools;
  private final Dates dates;
  private final MessageSource messages;

  FormChanges(
      Policies policies,
      PrivacyTexts privacy,
      Reasons reasons,
      SchoolNames schools,
      Dates dates,
      MessageSource messages) {
    this.policies = policies;
    this.privacy = privacy;
    this.reasons = reasons;
    this.schools = schools;
    this.dates = dates;
    this.messages = messages;
  }

  /**
   * One thing that changed.
   *
   * @param what names it, or the schools that it is about
   * @param before what was shown; empty when it was not there
   * @param now what is shown; empty when it is not there any more
   */
  record Line(String what, String before, String now) {}

  /**
   * All that changed.
   *
   * @param known whether the form told what its page had shown
   * @param privacy the paragraphs of the privacy policy that read otherwise
   */
  record Changes(boolean known, List<Line> lines, List<PrivacyChange> privacy) {}

  /**
   * @param seen what the form carried, possibly nonsense
   * @param home the reader's school
   */
  Changes between(String seen, Shown now, SchoolCode home) {
    Shown before = Shown.read(seen);
    if (before.isEmpty()) {
      return new Changes(false, List.of(), List.of());
    }
    List<Line> lines = new ArrayList<>();
    versions(before, now, lines);
    for (String limit : before.differing(LIMIT, now)) {
      String key = "changed." + limit.substring(LIMIT.length());
      add(lines, text(key), count(key, before.get(limit)), count(key, now.get(limit)));
    }
    if (!before.differing("outcome", now).isEmpty()) {
      add(lines, text("changed.outcome"), outcome(before), outcome(now));
    }
    if (!before.differing("until", now).isEmpty()) {
      add(lines, text("changed.until"), day(before.get("until")), day(now.get("until")));
    }
    for (String reason : before.differing(REASON, now)) {
      String said = objection(home, reason.substring(REASON.length()));
      add(
          lines,
          text("changed.reason"),
          before.get(reason) == null ? "" : said,
          now.get(reason) == null ? "" : said);
    }
    schools(before, now, lines);
    return new Changes(true, List.copyOf(lines), privacyChanges(before));
  }

  /** In words of the rule that is in force, else of the product; empty if nobody knows them. */
  private String objection(SchoolCode home, String key) {
    return policies.rules(home).stream()
        .flatMap(rule -> rule.objections().stream())
        .map(RuleText.Objection::reason)
        .filter(reason -> reason.key().equals(key))
        .findFirst()
        .map(reasons::text)
        .orElseGet(() -> messageOr("reason." + key));
  }

  private static void add(List<Line> lines, String what, String before, String now) {
    if (!before.equals(now)) {
      lines.add(new Line(what, before, now));
    }
  }

  private void versions(Shown before, Shown now, List<Line> lines) {
    for (String document : List.of("privacy", "rules")) {
      String was = before.get(document);
      String is = now.get(document);
      if (was != null && is != null) {
        add(lines, text("changed." + document), version(document, was), version(document, is));
      }
    }
  }

  private String version(String document, String version) {
    String[] numbers = version.split("[.]", 2);
    if (document.equals("privacy") || numbers.length < 2) {
      return text("changed.version", version);
    }
    return numbers[1].equals("0")
        ? text("changed.rules.alliance", numbers[0])
        : text("changed.rules.both", numbers[0], numbers[1]);
  }

  private List<PrivacyChange> privacyChanges(Shown before) {
    String seen = before.get("privacy");
    PrivacyText current = privacy.current();
    return seen == null || seen.equals(current.version())
        ? List.of()
        : privacy.find(seen).map(old -> PrivacyChange.between(old, current)).orElse(List.of());
  }

  private void schools(Shown before, Shown now, List<Line> lines) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (String name : before.differing(SCHOOL, now)) {
      ShownLender was = ShownLender.read(before, name);
      ShownLender is = ShownLender.read(now, name);
      String school = schools.ofCode(name.substring(SCHOOL.length()));
      if (was == null || is == null) {
        say(alike, school, lends(was), lends(is));
        continue;
      }
      say(alike, school, days(was), days(is));
      say(alike, school, phone(was), phone(is));
      was.openOn()
          .forEach(
              (date, open) -> {
                Boolean opens = is.openOn().get(date);
                if (opens != null) {
                  say(alike, school, open(date, open), open(date, opens));
                }
              });
    }
    alike.forEach(
        (said, names) ->
            add(lines, String.join(text("list.separator"), names), said.get(0), said.get(1)));
  }

  private static void say(
      Map<List<String>, List<String>> alike, String school, String before, String now) {
    if (!before.equals(now)) {
      alike.computeIfAbsent(List.of(before, now), any -> new ArrayList<>()).add(school);
    }
  }

  private String lends(@Nullable ShownLender lender) {
    return text(lender == null ? "changed.lends-not" : "changed.lends");
  }

  private String days(ShownLender lender) {
    return text("changed.loan", lender.loanDays());
  }

  private String phone(ShownLender lender) {
    return text(lender.phone() ? "changed.phone" : "changed.paper");
  }

  private String open(LocalDate date, boolean open) {
    return text(open ? "changed.open" : "changed.closed", dates.day(date));
  }

  private String outcome(Shown shown) {
    String outcome = shown.get("outcome");
    return outcome == null ? "" : messageOr("changed.outcome." + outcome);
  }

  private String count(String key, @Nullable String number) {
    return number == null || !number.matches("\\d{1,4}")
        ? ""
        : text(key + ".count", Integer.valueOf(number));
  }

  private String day(@Nullable String date) {
    LocalDate parsed = date == null ? null : ShownLender.date(date);
    return parsed == null ? "" : dates.day(parsed);
  }

  private String messageOr(String key) {
    String text = messages.getMessage(key, null, "", locale());
    return text == null ? "" : text;
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
