package org.libpass.policy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libpass.policy.facts.Question;

/**
 * Reads a rule file for the names in it, without the engine: conditions may name facts and their
 * fields, consequences only the published verbs. Chinese names are left to the loader.
 */
final class RuleFile {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(import|global|function|declare|query|unit|eval|from|accumulate|collect|insert"
              + "|update|modify|delete|retract|new)\\b");
  private static final Pattern COMMENT = Pattern.compile("//.*|/\\*(?s:.*?)\\*/");
  private static final Pattern TEXT = Pattern.compile("\"[^\"\\n]*\"|「[^」\\n]*」");
  private static final Pattern RULE =
      Pattern.compile("(?s)\\b(?:when|當)\\b(.*?)\\b(?:then|則)\\b(.*?)\\b(?:end|完)\\b");
  private static final Pattern PATTERN = Pattern.compile("(?<![\\w.$])([A-Za-z]\\w*)\\s*[(（]");
  private static final Pattern FIELD = Pattern.compile("(?<![\\w.$])[A-Za-z]\\w*");
  private static final Pattern VERB = Pattern.compile("([A-Za-z]\\w*)\\s*\\.\\s*([A-Za-z]\\w*)");
  private static final Pattern KEY =
      Pattern.compile("decision\\s*\\.\\s*(?:refuse|refer)\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");

  private static final Set<String> OPERATORS =
      Set.of("in", "not", "exists", "and", "or", "null", "true", "false");

  private final String text;
  private final List<String> faults = new ArrayList<>();

  RuleFile(String text) {
    this.text = COMMENT.matcher(text).replaceAll("");
  }

  /** What is wrong, one sentence each; empty when nothing is. */
  List<String> faults() {
    String bare = TEXT.matcher(text).replaceAll("\"\"");
    FORBIDDEN.matcher(bare).results().forEach(it -> faults.add("says \"" + it.group() + "\""));
    Matcher rules = RULE.matcher(bare);
    while (rules.find()) {
      checkConditions(rules.group(1));
      checkVerbs(rules.group(2));
    }
    return faults;
  }

  /** Keys of reasons whose texts must stand among the messages. */
  List<String> reasonsWithoutText() {
    return KEY.matcher(text).results().map(it -> it.group(1)).distinct().toList();
  }

  private void checkConditions(String conditions) {
    Matcher patterns = PATTERN.matcher(conditions);
    while (patterns.find()) {
      String name = patterns.group(1);
      if (OPERATORS.contains(name)) {
        continue;
      }
      Optional<Class<?>> fact = fact(name);
      if (fact.isEmpty()) {
        faults.add("names \"" + name + "\", which is no fact");
        continue;
      }
      Set<String> fields = components(fact.orElseThrow());
      FIELD
          .matcher(inside(conditions, patterns.end()))
          .results()
          .map(it -> it.group())
          .filter(field -> !OPERATORS.contains(field) && !fields.contains(field))
          .forEach(field -> faults.add(name + " has no field \"" + field + "\", but " + fields));
    }
  }

  private void checkVerbs(String consequence) {
    Matcher verbs = VERB.matcher(consequence);
    while (verbs.find()) {
      boolean known =
          switch (verbs.group(1)) {
            case "decision" -> Set.of("refuse", "refer", "grant").contains(verbs.group(2));
            case "limits" -> components(Limits.class).contains(verbs.group(2));
            case "dates" -> Set.of("moveToNextOpenDay", "notLaterThan").contains(verbs.group(2));
            case "waiting" -> Set.of("off", "offerHours").contains(verbs.group(2));
            default -> false;
          };
      if (!known) {
        faults.add("calls \"" + verbs.group() + "\", which is no verb");
      }
    }
  }

  /** What stands between the bracket before {@code start} and the one that closes it. */
  private static String inside(String conditions, int start) {
    int depth = 1;
    int end = start;
    while (end < conditions.length() && depth > 0) {
      char c = conditions.charAt(end++);
      depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
    }
    return conditions.substring(start, end);
  }

  private static Optional<Class<?>> fact(String name) {
    if (name.equals("Limits")) {
      return Optional.of(Limits.class);
    }
    try {
      return Optional.of(Class.forName(Question.class.getPackageName() + "." + name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Set<String> components(Class<?> fact) {
    return Stream.of(fact.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }
}
