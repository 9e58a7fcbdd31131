package org.libpass.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.libpass.testing.People;
import org.libpass.testing.ProjectFiles;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of the privacy policy: which holds, who agreed to which, and that none ever changes. */
class PrivacyTextsTests {

  /** What readers have agreed to. Whoever wants to change a file adds another version instead. */
  private static final Map<String, String> RELEASED =
      Map.of("1.0.yaml", "f8eb6fd84f806639ba82ece554286668eaf9c263e55efa909f48433915865591");

  @Nested
  @LibpassTest
  @OnH2
  class OnOneDatabase extends Situations {}

  @Nested
  @LibpassTest
  @OnPostgres
  class OnTheOther extends Situations {}

  abstract static class Situations {

    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

    @Autowired private PrivacyTexts texts;
    @Autowired private Consents consents;
    @Autowired private Readers readers;
    @Autowired private People people;
    @Autowired private TestTime time;
    @Autowired private JdbcClient jdbc;

    private final String next = "t-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void onlyWhatWasReleased() {
      jdbc.sql("delete from privacy_text where version = :v").param("v", next).update();
    }

    @Test
    void anAnnouncedVersionHoldsFromItsDay() {
      texts.add(source(next, "誰都不給看。"));
      assertThat(texts.current().version()).isEqualTo(People.PRIVACY);
      assertThat(texts.all().get(0).version()).as("the newest first").isEqualTo(next);
      time.set(LATER.minusDays(1));
      assertThat(texts.current().version()).isEqualTo(People.PRIVACY);
      time.set(LATER);
      assertThat(texts.current().version()).isEqualTo(next);
      assertThat(texts.current().part("seen").orElseThrow().text().in(Locale.TAIWAN))
          .isEqualTo("誰都不給看。");
    }

    @Test
    void whatWasAgreedToIsKeptWhenAnotherIsAgreedTo() {
      UUID id = people.activeStudent(new SchoolCode("NTCB"));
      assertThat(texts.isAgreedBy(readers.get(id))).isTrue();
      texts.add(source(next, "誰都不給看。"));
      time.set(LATER);
      assertThat(texts.isAgreedBy(readers.get(id))).isFalse();

      consents.agreeToPrivacy(id, next);
      consents.agreeToPrivacy(id, next);

      assertThat(texts.isAgreedBy(readers.get(id))).isTrue();
      assertThat(consents.of(id))
          .extracting(Consent::privacyVersion)
          .containsExactly(next, People.PRIVACY);
      assertThat(consents.of(id)).extracting(Consent::rulesVersion).containsExactly(null, "test");
      assertThat(readers.get(id).consent())
          .isNotNull()
          .extracting(Consent::rulesVersion)
          .as("the rules stay agreed to")
          .isEqualTo("test");
      assertThat(texts.find(People.PRIVACY)).isPresent();
    }

    @Test
    void aVersionThatSaysSomethingElseStopsTheStart() {
      texts.add(source(next, "館員看得到。"));
      texts.add(source(next, "館員看得到。"));
      assertThatThrownBy(() -> texts.add(source(next, "大家都看得到。")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(next);
      assertThat(texts.find(next).orElseThrow().part("seen").orElseThrow().text().zh())
          .isEqualTo("館員看得到。");
    }

    private static String source(String version, String seen) {
      return """
          version: "%s"
          since: "%s"
          parts:
            - key: seen
              title:
                zh: 誰看得到
                en: Who sees it
              text:
                zh: %s
                en: Somebody sees it.
          """
          .formatted(version, LATER, seen);
    }
  }

  @Test
  void noReleasedTextIsEverChanged() throws IOException, NoSuchAlgorithmException {
    for (Path file : ProjectFiles.below(Path.of("src/main/resources/privacy"), ".yaml")) {
      String text = Files.readString(file).replace("\r\n", "\n");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(HexFormat.of().formatHex(digest))
          .as("add another version instead of changing %s", file)
          .isEqualTo(RELEASED.get(file.getFileName().toString()));
    }
  }

  @Test
  void aFileThatSaysNothingIsNoVersion() {
    assertThatThrownBy(() -> PrivacyText.read("version: \"9\"\nsince: \"2026-01-01\"\n"))
        .isInstanceOf(RuntimeException.class);
  }
}
