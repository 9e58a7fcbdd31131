package org.libpass.web.reader;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Answers on readers' pages for what is not there. */
@ControllerAdvice(basePackageClasses = ReaderAdvice.class)
class ReaderAdvice {

  @ExceptionHandler(NoSuchCardException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String noSuchCard() {
    return "reader/no-such-card";
  }
}
