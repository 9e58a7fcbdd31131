package org.libpass.web.open;

import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.PrivacyText;
import org.libpass.reader.PrivacyTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The privacy policy as it is in force, and each of its versions. */
@Controller
class PrivacyController {

  private final PrivacyTexts texts;
  private final TaipeiClock clock;

  PrivacyController(PrivacyTexts texts, TaipeiClock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * @param version which one; absent for the one in force
   */
  @GetMapping("/privacy")
  String privacy(@RequestParam(required = false) @Nullable String version, Model page) {
    PrivacyText current = texts.current();
    page.addAttribute("text", version == null ? current : find(version));
    page.addAttribute("current", current.version());
    page.addAttribute("versions", texts.all());
    page.addAttribute("today", clock.today());
    return "open/privacy";
  }

  private PrivacyText find(String version) {
    return texts.find(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
