package org.libpass.web.open;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How far these pages can be used by everybody, and what to do where they can't. */
@Controller
class AccessibilityController {

  @GetMapping("/accessibility")
  String statement() {
    return "open/accessibility";
  }
}
