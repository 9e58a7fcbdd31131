package org.libpass.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * How every mail looks: the same words as plain text and as a page. Each says what happened, what
 * to do, and has one link to do it by.
 */
@Component
class Stationery {

  private static final String PARAGRAPH = "\n\n";

  private final MessageSource messages;
  private final ITemplateEngine templates;

  Stationery(MessageSource messages, ITemplateEngine templates) {
    this.messages = messages;
    this.templates = templates;
  }

  /**
   * A mail in {@code language}.
   *
   * @param news which text, a part of the keys in {@code messages/mail}
   * @param to the name to greet, null to greet nobody
   * @param link the address that the mail leads to
   * @param arguments what its texts are filled with
   */
  Letter.Content write(
      String news,
      Locale language,
      @Nullable String to,
      String link,
      @Nullable Object... arguments) {
    String subject = oneLine(text("mail." + news + ".subject", language, arguments));
    String body = text("mail." + news + ".body", language, arguments);
    String greeted = to == null ? body : text("mail.greeting", language, to) + PARAGRAPH + body;
    String label = text("mail." + news + ".link", language);
    String signature = signature(news, language);
    String plain =
        String.join(
            PARAGRAPH, greeted, text("mail.link", language, label) + "\n" + link, signature);
    Context page = new Context(language);
    page.setVariable("subject", subject);
    page.setVariable("paragraphs", paragraphs(greeted));
    page.setVariable("label", label);
    page.setVariable("link", link);
    page.setVariable("signature", lines(signature));
    return new Letter.Content(subject, plain + "\n", templates.process("mail/letter", page));
  }

  private static List<List<String>> paragraphs(String text) {
    return Arrays.stream(text.split(PARAGRAPH)).map(Stationery::lines).toList();
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String oneLine(String subject) {
    String line = subject.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.length() <= Letter.Content.LONGEST_SUBJECT) {
      return line;
    }
    // Half a character would not be text any more.
    int end = Letter.Content.LONGEST_SUBJECT - 1;
    end = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    return line.substring(0, end) + "…";
  }

  /** The usual one asks not to answer. */
  private String signature(String news, Locale language) {
    String own = messages.getMessage("mail." + news + ".signature", null, null, language);
    return own == null ? text("mail.signature", language) : own;
  }

  private String text(String key, Locale language, @Nullable Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
