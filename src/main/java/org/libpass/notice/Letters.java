package org.libpass.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.DueDates;
import org.libpass.platform.PublicAddress;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Reason;
import org.libpass.reader.Reader;
import org.libpass.reader.SignInLinkAsked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes mails in the reader's language and puts them into the outbox. */
@Component
class Letters {

  private static final Logger log = LoggerFactory.getLogger(Letters.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Outbox outbox;
  private final Stationery stationery;
  private final MessageSource messages;
  private final TaipeiClock clock;
  private final MailSettings settings;
  private final PublicAddress pages;

  Letters(
      Outbox outbox,
      Stationery stationery,
      MessageSource messages,
      TaipeiClock clock,
      MailSettings settings,
      PublicAddress pages) {
    this.outbox = outbox;
    this.stationery = stationery;
    this.messages = messages;
    this.clock = clock;
    this.settings = settings;
    this.pages = pages;
  }

  /**
   * Writes to a reader, in the caller's transaction; without an address nothing is written.
   *
   * @param news which text, a part of the keys in {@code messages/mail}
   * @param about the card or the activation
   * @param path the page that the mail leads to, from the slash on
   * @param arguments what the text is filled with
   */
  void write(Reader reader, String news, UUID about, String path, @Nullable Object... arguments) {
    String address = reader.mailAddress();
    if (address == null || address.isBlank()) {
      log.info("No mail {} about {}: the reader has no address", news, about);
      return;
    }
    put(reader, address.strip(), language(reader.language()), news, about, path, arguments);
  }

  /**
   * Writes a reader the link to sign in by, in the caller's transaction: to the address in the
   * school's list and in the language of the page where it was asked for.
   */
  void write(Reader reader, SignInLinkAsked asked) {
    Locale language = language(asked.language());
    // The one place where the secret is kept in clear: a mail that is sent later must have it.
    String path = "/sign-in/link/" + asked.token();
    String until = TIME.format(asked.endsAt().atZone(TaipeiClock.ZONE));
    String number = reader.maskedNumber();
    put(reader, asked.address(), language, "sign-in-link", reader.id(), path, number, until);
  }

  /**
   * Writes to the alliance what somebody wants to tell it, in the caller's transaction. The mail is
   * in the product's first language; what was typed stays as it is.
   */
  void write(Enquiry enquiry, UUID id) {
    Locale language = Locale.TAIWAN;
    String topic = text("enquiry.topic." + enquiry.topic(), language);
    String spoken = text("mail.enquiry.language." + language(enquiry.language()), language);
    put(
        settings.alliance(),
        enquiry.email(),
        language,
        stationery.write(
            "enquiry",
            language,
            null,
            "mailto:" + enquiry.email(),
            topic,
            enquiry.name(),
            enquiry.email(),
            spoken,
            enquiry.text()),
        new Letter.About(null, "enquiry", id));
  }

  private void put(
      Reader reader,
      String address,
      Locale language,
      String news,
      UUID about,
      String path,
      @Nullable Object... arguments) {
    String link = pages.link(path);
    put(
        address,
        null,
        language,
        stationery.write(news, language, reader.name(), link, arguments),
        new Letter.About(reader.id(), news, about));
  }

  private void put(
      String address,
      @Nullable String replyTo,
      Locale language,
      Letter.Content content,
      Letter.About about) {
    UUID id = UUID.randomUUID();
    outbox.put(
        new Letter(
            id, settings.messageId(id), address, replyTo, content, language, clock.instant(), 0),
        about);
  }

  /** Why a librarian or the policy said no, in the reader's language: a line for each reason. */
  String why(Reader reader, @Nullable String inWords, List<Reason> reasons) {
    Locale language = language(reader.language());
    if (inWords != null) {
      return inWords;
    }
    return reasons.isEmpty()
        ? text("mail.reason-on-page", language)
        : String.join("\n", reasons.stream().map(reason -> line(reason, language)).toList());
  }

  private String line(Reason reason, Locale language) {
    String own = isEnglish(language) ? reason.en() : reason.zh();
    if (own != null) {
      return text("mail.reason", language, own, "");
    }
    // A school's rule may name a reason before its text is there: its name is better than no mail.
    String key = "reason." + reason.key();
    String why = messages.getMessage(key, null, reason.rule(), language);
    String next = messages.getMessage(key + ".next", null, "", language);
    return text("mail.reason", language, why, next).stripTrailing();
  }

  /** Items in the reader's language, a line for each. */
  String books(Reader reader, List<DueDates.Out> books) {
    Locale language = language(reader.language());
    return String.join("\n", books.stream().map(book -> line(book, language)).toList());
  }

  private String line(DueDates.Out book, Locale language) {
    String title = book.title();
    return title == null || title.isBlank()
        ? text("mail.book.untitled", language, book.barcode())
        : text("mail.book", language, title, book.barcode());
  }

  /** A date as the pages write it, with the day of the week. */
  String date(Reader reader, LocalDate day) {
    Locale language = language(reader.language());
    return isEnglish(language)
        ? day + " (" + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, language) + ")"
        : day + "（" + day.getDayOfWeek().getDisplayName(TextStyle.NARROW, language) + "）";
  }

  private String text(String key, Locale language, @Nullable Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }

  /** English to those who read English, Chinese, the product's first language, to all others. */
  private static Locale language(Locale wanted) {
    return isEnglish(wanted) ? Locale.ENGLISH : Locale.TAIWAN;
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
