package org.libpass.web;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Answers on every page for what is not there. */
@ControllerAdvice
class NotHereAdvice {

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notHere(NotHereException asked, Model model) {
    model.addAttribute("sentence", asked.sentence());
    model.addAttribute("back", asked.back());
    model.addAttribute("link", asked.link());
    return "not-here";
  }
}
