package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import org.libpass.web.NotHere;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers on the pages of rules for what is not there, or not theirs. */
@ControllerAdvice(basePackageClasses = PolicyAdvice.class)
class PolicyAdvice {

  @ExceptionHandler
  String notTheirs(NotTheirsException asked, Model model, HttpServletResponse response) {
    return NotHere.answer(model, response, asked.sentence(), "/policy", "policy.back");
  }
}
