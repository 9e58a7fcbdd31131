package org.libpass.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;

/** What cannot be reached on a page with the Tab key alone, or does not show that it was. */
public final class Keyboard {

  /**
   * Besides one press for each thing: the browser's own stops before the first and after the last.
   */
  private static final int AROUND = 3;

  /** Listens, and tells how many presses go around the page; a date has a stop for each part. */
  private static final String BEGIN =
      """
      () => {
        const once = new Map();
        const asked = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]';
        let stops = 0;
        for (const one of document.querySelectorAll(asked)) {
          const box = one.getBoundingClientRect();
          if (one.tabIndex < 0 || one.disabled || !one.checkVisibility({ visibilityProperty: true })
              || box.width * box.height === 0) continue;
          stops += /^(date|time|month|datetime-local)$/.test(one.type) ? 6 : 1;
          once.set(one.type === 'radio' ? 'radio ' + one.name : one, one);
        }
        window.keyboard = { once, reached: new Set(), unseen: [] };
        document.addEventListener('focusin', event => {
          const one = event.target, box = one.getBoundingClientRect();
          window.keyboard.reached.add(one.type === 'radio' ? 'radio ' + one.name : one);
          let frame = one;
          const isMarked = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
          while (frame !== null && !isMarked(getComputedStyle(frame))) frame = frame.parentElement;
          const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
          if (frame === null || !inside) window.keyboard.unseen.push(one.outerHTML.slice(0, 200));
        });
        return stops;
      }
      """;

  private static final String END =
      """
      () => [...window.keyboard.once].filter(([key]) => !window.keyboard.reached.has(key))
          .map(([, one]) => 'not reached: ' + one.outerHTML.slice(0, 200))
          .concat(window.keyboard.unseen.map(one => 'focus not seen: ' + one))
      """;

  private Keyboard() {}

  /** The findings, each with the element's beginning; empty when there is nothing to find. */
  public static List<String> findings(Page page) {
    page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    int stops = (int) page.evaluate(BEGIN);
    for (int press = 0; press < stops + AROUND; press++) {
      page.keyboard().press("Tab");
    }
    return ((List<?>) page.evaluate(END)).stream().map(String::valueOf).distinct().toList();
  }
}
