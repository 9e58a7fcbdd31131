package org.libpass.content;

import java.util.Arrays;
import java.util.List;

/** Where an article stands: among the news, or under one of the headings of the questions. */
public enum Section {
  /** News, on the first page and on a page of their own. */
  NEWS,
  /** Questions about accounts and activation. */
  ACCOUNT,
  /** Questions about applying for a card and printing it. */
  CARD,
  /** Questions about borrowing at a desk. */
  BORROWING,
  /** Questions about returning, and about what is late or lost. */
  RETURNING;

  /** The headings of the questions, in the order of the page. */
  public static List<Section> ofQuestions() {
    return Arrays.stream(values()).filter(Section::isQuestion).toList();
  }

  /** Whether it is a heading of the questions. */
  public boolean isQuestion() {
    return this != NEWS;
  }
}
