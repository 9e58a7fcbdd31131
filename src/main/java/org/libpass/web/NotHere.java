package org.libpass.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/**
 * Answers a page that is gone, never was, or is not this person's to see: with one and the same
 * sentence, so that nothing of it is told.
 */
public final class NotHere {

  private NotHere() {}

  /**
   * @param sentence the message key of what to say
   * @param back the path that the page leads back to
   * @param link the message key of that link's text
   * @return the view's name
   */
  public static String answer(
      Model model, HttpServletResponse response, String sentence, String back, String link) {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    model.addAttribute("sentence", sentence);
    model.addAttribute("back", back);
    model.addAttribute("link", link);
    return "librarian/not-here";
  }
}
