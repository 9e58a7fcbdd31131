package org.libpass.web;

/**
 * What a path names is gone, never was, or is not this person's to see; which of them is not told.
 * Thrown by whatever looks it up, so that no handler sees what is not there.
 */
public final class NotHereException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;
  private final String back;
  private final String link;

  /**
   * @param sentence the message key of what to say
   * @param back the path that the page leads back to
   * @param link the message key of that link's text
   */
  public NotHereException(String sentence, String back, String link) {
    super(sentence);
    this.sentence = sentence;
    this.back = back;
    this.link = link;
  }

  String sentence() {
    return sentence;
  }

  String back() {
    return back;
  }

  String link() {
    return link;
  }
}
