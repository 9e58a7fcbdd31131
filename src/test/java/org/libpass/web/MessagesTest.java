package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.testing.ProjectFiles;

/** Every text that a page names is there, in both languages. */
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  /** Keys that a template spells out; those that it computes are not seen here. */
  private static final List<Pattern> KEYS =
      List.of(
          Pattern.compile("#\\{\\s*([A-Za-z](?:(?!__)[\\w.-])*)\\s*[(}]"),
          Pattern.compile("#messages\\.msg\\w*\\(\\s*'((?:(?!__)[\\w.-])+)'\\s*[,)]"));

  @Test
  void everyFileHasItsTwin() throws IOException {
    for (Path file : ProjectFiles.below(MESSAGES, "_en.properties")) {
      assertThat(file.resolveSibling(file.getFileName().toString().replace("_en.", ".")))
          .as("the Chinese twin")
          .exists();
    }
    for (MessageFile file : messages()) {
      assertThat(file.faults()).as(file.name()).isEmpty();
    }
  }

  @Test
  void noKeyStandsInTwoFiles() throws IOException {
    Map<String, String> homes = new HashMap<>();
    List<String> doubles = new ArrayList<>();
    for (MessageFile file : messages()) {
      for (String key : file.zh().keySet()) {
        String other = homes.put(key, file.name());
        if (other != null) {
          doubles.add(key + " in " + other + " and " + file.name());
        }
      }
    }
    assertThat(doubles).as("the first of two would hide the other").isEmpty();
  }

  @Test
  void everyKeyInATemplateHasAText() throws IOException {
    List<String> keys = messages().stream().flatMap(file -> file.zh().keySet().stream()).toList();
    for (Path template : ProjectFiles.below(TEMPLATES, ".html")) {
      assertThat(keysIn(Files.readString(template)).filter(key -> !keys.contains(key)))
          .as(template + " names texts that are in no file of " + MESSAGES)
          .isEmpty();
    }
  }

  @Test
  void keysAreSeenInTemplates() {
    String template =
        """
        <!--/* <p th:text="#{card.example}"> */-->
        <p th:text="#{card.title}">x</p> <p th:text="#{card.for(${name}, 3)}">x</p>
        <p th:text="#{${key}}"></p> <p th:text="#{state.__${card.state}__}"></p>
        <p th:text="${#messages.msg('card.until', day)}"></p>
        """;
    assertThat(keysIn(template)).containsExactlyInAnyOrder("card.title", "card.for", "card.until");
  }

  @Test
  void soundTwinsHaveNoFaults(@TempDir Path folder) throws IOException {
    assertThat(faults("a=借 {0}\nb=冊", "a=Don''t lend {0}\nb={0,choice,1#item|1<items}", folder))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a=借\\nb=還,  a=Lend,             b is missing in English",
        "a=借,         a=Lend\\nb=Return,  b is missing in Chinese",
        "a=借,         a=,                 a in card_en.properties is empty",
        "a=借\\na=還,  a=Lend,             a stands twice in card.properties",
        "a=借 {0},     a=Lend,             a takes other arguments",
        "a=借 {0},     a=Don't lend {0},   must be written twice",
        "a=借,         a=Don''t lend,      will both be seen",
        "a=借,         ,                   has no English twin",
      })
  void aFaultIsFound(String zh, String en, String fault, @TempDir Path folder) throws IOException {
    assertThat(faults(zh.replace("\\n", "\n"), en, folder))
        .anySatisfy(it -> assertThat(it).contains(fault));
  }

  private static List<String> faults(String zh, String en, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("card.properties"), zh);
    if (en != null) {
      Files.writeString(folder.resolve("card_en.properties"), en.replace("\\n", "\n"));
    }
    return MessageFile.read(file).faults();
  }

  private static List<MessageFile> messages() throws IOException {
    List<MessageFile> read = new ArrayList<>();
    for (Path file : ProjectFiles.below(MESSAGES, ".properties")) {
      if (!file.getFileName().toString().endsWith("_en.properties")) {
        read.add(MessageFile.read(file));
      }
    }
    return read;
  }

  private static Stream<String> keysIn(String template) {
    return KEYS.stream()
        .flatMap(pattern -> pattern.matcher(COMMENT.matcher(template).replaceAll("")).results())
        .map(found -> found.group(1));
  }
}
