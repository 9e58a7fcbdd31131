package org.libpass.web.open;

import org.libpass.web.PrivacyPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The privacy policy. */
@Controller
class PrivacyController {

  @GetMapping("/privacy")
  String privacy(Model page) {
    page.addAttribute("version", PrivacyPolicy.VERSION);
    page.addAttribute("since", PrivacyPolicy.SINCE);
    return "open/privacy";
  }
}
