package org.libpass.web;

import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Schools by name, in the language of the request. */
@Component("schoolNames")
public class SchoolNames {

  private final Schools schools;

  SchoolNames(Schools schools) {
    this.schools = schools;
  }

  /** The school's name, or its code if there is no such school any more. */
  public String of(SchoolCode code) {
    return schools
        .find(code)
        .map(school -> school.name(LocaleContextHolder.getLocale()))
        .orElse(code.value());
  }

  /** The name of the school of that code; the code itself if there is no such school. */
  public String ofCode(String code) {
    return SchoolCode.parse(code).map(this::of).orElse(code);
  }
}
