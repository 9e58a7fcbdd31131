package org.libpass.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One sentence that the next page shows once, after an action: a message key and its arguments, so
 * that it is said in the language of that page.
 *
 * @param tone {@code done}, {@code note} or {@code refused}: colour and icon
 * @param key a message key
 * @param arguments what the message's placeholders stand for, never null
 */
public record Flash(String tone, String key, List<String> arguments) implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  public Flash {
    arguments = List.copyOf(arguments);
  }

  /** The argument at {@code place}, from 0; empty if there is none. */
  public String argument(int place) {
    return place < arguments.size() ? arguments.get(place) : "";
  }

  /** Says on the next page that something was done. */
  public static void done(RedirectAttributes next, String key, String... arguments) {
    next.addFlashAttribute("flash", new Flash("done", key, List.of(arguments)));
  }

  /** Says something on the next page that is neither good nor bad. */
  public static void note(RedirectAttributes next, String key, String... arguments) {
    next.addFlashAttribute("flash", new Flash("note", key, List.of(arguments)));
  }

  /** Says on the next page that something was refused, and why. */
  public static void refused(RedirectAttributes next, String key, String... arguments) {
    next.addFlashAttribute("flash", new Flash("refused", key, List.of(arguments)));
  }
}
