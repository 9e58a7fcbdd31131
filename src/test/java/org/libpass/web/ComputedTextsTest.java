package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.policy.facts.Question;
import org.libpass.testing.NoTextMissing;
import org.libpass.testing.ProjectFiles;

/**
 * Texts whose keys are put together while a page is written: each value that can stand in a key has
 * its text. That both languages have the same keys is checked by {@link MessagesTest}.
 */
class ComputedTextsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path WEB = Path.of("src/main/java/org/libpass/web");
  private static final Path NOTICE = Path.of("src/main/java/org/libpass/notice");

  /** {@code #{${'card.state.' + state}}} in a template. */
  private static final Pattern COMPUTED = Pattern.compile("#\\{\\$\\{'([\\w.-]+)' \\+");

  /** A key, or the beginning of one, in a Java file; {@code {…}} is how constraints name one. */
  private static final Pattern IN_JAVA =
      Pattern.compile("\"\\{?([a-z][\\w-]*(?:\\.[\\w-]+)+\\.?)}?\"");

  /** Asked for with an answer ready where there is none. */
  private static final Set<String> OPTIONAL = Set.of("reason.next");

  /** What is well has no cause. */
  private static final Set<String> NEVER_SHOWN = Set.of("admin.cause.NONE");

  private final Set<String> keys = keys();

  @ParameterizedTest
  @CsvSource({
    "admin.cause., org.libpass.ils.ConnectionCheck$Cause",
    "admin.condition., org.libpass.web.admin.ConnectionRow$Condition",
    "admin.point., org.libpass.ils.ConnectionCheck$Point",
    "admin.fine., org.libpass.ils.ConnectionCheck$Point",
    "admin.trouble., org.libpass.ils.ConnectionTrouble",
    "admin.readers.mail., org.libpass.notice.Mail$State",
    "admin.verdict., org.libpass.ils.ConnectionCheck$Verdict",
    "activation.state., org.libpass.reader.Reader$Status",
    "card.now., org.libpass.card.Waiting",
    "card.state., org.libpass.card.CardState",
    "clearance.state., org.libpass.clearance.Leaver$State",
    "clearance.hint., org.libpass.clearance.Leaver$State",
    "clearance.fault., org.libpass.clearance.Clearances$Fault",
    "cards.mail.state., org.libpass.notice.Mail$State",
    "cards.settle.as., org.libpass.card.Loan$As",
    "demo.clock., org.libpass.web.demo.ClockStep",
    "demo.deed., org.libpass.web.demo.Deed",
    "demo.fault., org.libpass.ils.StandinFault",
    "demo.mail.state., org.libpass.notice.Mail$State",
    "demo.role., org.libpass.staff.Role",
    "disagreement.lead., org.libpass.circulation.Disagreement$Kind",
    "enquiry.topic., org.libpass.notice.Enquiry$Topic",
    "own-privacy.looks.place., org.libpass.reader.Look$Place",
    "loans.empty., org.libpass.circulation.LentByUs$Which",
    "loans.show., org.libpass.circulation.LentByUs$Which",
    "loan.settled., org.libpass.card.Loan$As",
    "observation., org.libpass.circulation.Observation$Kind",
    "paper.word., org.libpass.web.desk.PaperRow$Word",
    "policy.disk., org.libpass.policy.RulesStatus$Disk",
    "policy.figures.hint., org.libpass.policy.PlainFigure",
    "policy.figures.name., org.libpass.policy.PlainFigure",
    "policy.figures.with-unit., org.libpass.policy.PlainFigure",
    "policy.origin., org.libpass.policy.RuleVersion$Origin",
    "policy.place., org.libpass.web.policy.HistoryPage$Place",
    "reader.status., org.libpass.reader.Reader$Status",
    "readers.column., org.libpass.reader.list.Column",
    "readers.how., org.libpass.reader.list.Column",
    "readers.problem., org.libpass.reader.list.Problem$Kind",
    "school-reader.activation., org.libpass.reader.Activation$State",
    "school-reader.event., org.libpass.reader.ReaderEvent$Kind",
    "staff.event., org.libpass.card.CardEvent$Kind",
    "staff.kind., org.libpass.process.Inbox$Kind",
    "staff.outcome., org.libpass.policy.Decision$Outcome",
    "staff.reader.status., org.libpass.reader.Reader$Status",
    "staff.type., org.libpass.web.desk.ItemType",
    "timeline., org.libpass.card.CardEvent$Kind",
    "todo., org.libpass.notice.Todo$Kind",
    "waiting., org.libpass.card.Waiting",
  })
  void everyValueHasItsText(String family, String type) throws ClassNotFoundException {
    assertThat(Arrays.stream(Class.forName(type).getEnumConstants()))
        .isNotEmpty()
        .map(value -> family + ((Enum<?>) value).name())
        .filteredOn(key -> !NEVER_SHOWN.contains(key))
        .allSatisfy(key -> assertThat(keys.contains(key)).as(key).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"staff.question.", "policy.part."})
  void everyQuestionToThePolicyHasItsText(String family) {
    assertThat(Arrays.stream(Question.class.getPermittedSubclasses()))
        .map(question -> family + question.getSimpleName())
        .allSatisfy(key -> assertThat(keys.contains(key)).as(key).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        org.libpass.circulation.Desk.Librarian.class,
        org.libpass.policy.facts.Reader.class,
        org.libpass.policy.facts.School.class,
        org.libpass.policy.facts.Card.class,
        org.libpass.policy.facts.Item.class,
        org.libpass.policy.facts.DueDate.class,
        org.libpass.policy.facts.Today.class,
      })
  void everyFactOfADecisionRecordHasItsWords(Class<?> fact) {
    assertThat(fact.getRecordComponents())
        .isNotEmpty()
        .extracting(part -> "staff.fact." + fact.getSimpleName() + "." + part.getName())
        .allSatisfy(key -> assertThat(keys.contains(key)).as(key).isTrue());
  }

  @Test
  void everyKeyThatATemplateBeginsHasTexts() throws IOException {
    for (Path template : ProjectFiles.below(TEMPLATES, ".html")) {
      assertThat(COMPUTED.matcher(Files.readString(template)).results().map(it -> it.group(1)))
          .as(template.toString())
          .allSatisfy(
              start ->
                  assertThat(keys.stream().anyMatch(key -> key.startsWith(start)))
                      .as(start)
                      .isTrue());
    }
  }

  @Test
  void everyKeyInJavaHasAText() throws IOException {
    Set<String> families =
        keys.stream()
            .map(key -> key.substring(0, key.indexOf('.') + 1))
            .collect(Collectors.toSet());
    for (Path folder : new Path[] {WEB, NOTICE}) {
      for (Path file : ProjectFiles.below(folder, ".java")) {
        assertThat(named(Files.readString(file)))
            .as(file.toString())
            .filteredOn(key -> families.stream().anyMatch(key::startsWith))
            .allSatisfy(key -> assertThat(isKnown(key)).as(key).isTrue());
      }
    }
  }

  @Test
  void aTextThatIsMissingIsSeenOnAPage() {
    NoTextMissing.check("/me", "<p>What??</p> ??_en");
    assertThatThrownBy(() -> NoTextMissing.check("/me", "<p>??card.state.X_zh_TW??</p>"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("No text for card.state.X on /me");
  }

  @Test
  void keysAreSeenInJava() {
    String file =
        """
        say("card.title"); message("card.state." + state); @NotBlank(message = "{card.missing}")
        open("/card.html"); log.info("card {}"); "card"
        """;
    assertThat(named(file)).containsExactly("card.title", "card.state.", "card.missing");
  }

  private static Stream<String> named(String file) {
    return IN_JAVA.matcher(file).results().map(it -> it.group(1));
  }

  /** Whether it is a key, or the beginning of one that goes on after a point. */
  private boolean isKnown(String key) {
    String beginning = key.endsWith(".") ? key : key + ".";
    return keys.contains(key)
        || OPTIONAL.contains(key)
        || keys.stream().anyMatch(it -> it.startsWith(beginning));
  }

  private static Set<String> keys() {
    Set<String> all = new TreeSet<>();
    try {
      for (Path file : ProjectFiles.below(MESSAGES, ".properties")) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          texts.load(reader);
        }
        all.addAll(texts.stringPropertyNames());
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return all;
  }
}
