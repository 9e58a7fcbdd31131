package org.libpass.web.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.content.Article;
import org.libpass.content.Section;
import org.libpass.school.SchoolCode;
import org.libpass.web.Typed;

/**
 * Writing or changing an article.
 *
 * @param id of the article; chosen with the empty form, so that a form sent twice is one article
 * @param version that the form was filled with, 0 for a new article
 * @param section the name of a {@link Section}
 * @param since with news, the first day on which it is shown, as 2026-01-18
 */
record ArticleForm(
    String id,
    String version,
    String section,
    String since,
    @NotBlank(message = "{content.title.missing}")
        @Size(max = Article.TITLE_LENGTH, message = "{content.title.long}")
        String titleZh,
    @NotBlank(message = "{content.title.missing}")
        @Size(max = Article.TITLE_LENGTH, message = "{content.title.long}")
        String titleEn,
    @NotBlank(message = "{content.text.missing}")
        @Size(max = Article.TEXT_LENGTH, message = "{content.text.long}")
        String textZh,
    @NotBlank(message = "{content.text.missing}")
        @Size(max = Article.TEXT_LENGTH, message = "{content.text.long}")
        String textEn) {

  ArticleForm(
      @Nullable String id,
      @Nullable String version,
      @Nullable String section,
      @Nullable String since,
      @Nullable String titleZh,
      @Nullable String titleEn,
      @Nullable String textZh,
      @Nullable String textEn) {
    this.id = Typed.text(id);
    this.version = Typed.text(version);
    this.section = Typed.text(section);
    this.since = Typed.text(since);
    this.titleZh = Typed.text(titleZh);
    this.titleEn = Typed.text(titleEn);
    this.textZh = Typed.text(textZh);
    this.textEn = Typed.text(textEn);
  }

  /** An empty form for an article of that section. */
  static ArticleForm empty(Section section, LocalDate today) {
    return new ArticleForm(
        UUID.randomUUID().toString(), "0", section.name(), today.toString(), "", "", "", "");
  }

  /** The form with what an article says. */
  static ArticleForm of(Article article) {
    return new ArticleForm(
        article.id().toString(),
        String.valueOf(article.version()),
        article.section().name(),
        article.since().toString(),
        article.titleZh(),
        article.titleEn(),
        article.textZh(),
        article.textEn());
  }

  /** Where it stands; among the news if the form names no section. */
  Section place() {
    return Arrays.stream(Section.values())
        .filter(one -> one.name().equals(section))
        .findFirst()
        .orElse(Section.NEWS);
  }

  /** Whether it is a question. */
  public boolean isQuestion() {
    return place().isQuestion();
  }

  /** The article that the form describes; its texts and the day have been checked. */
  Article article(UUID article, @Nullable SchoolCode school, LocalDate day) {
    int from = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    return new Article(article, from, school, place(), day, titleZh, titleEn, textZh, textEn);
  }
}
