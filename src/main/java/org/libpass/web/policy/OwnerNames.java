package org.libpass.web.policy;

import org.libpass.policy.RuleOwner;
import org.libpass.web.SchoolNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Owners of rules by name, in the language of the request. */
@Component("ownerNames")
class OwnerNames {

  private final SchoolNames schools;
  private final MessageSource messages;

  OwnerNames(SchoolNames schools, MessageSource messages) {
    this.schools = schools;
    this.messages = messages;
  }

  /** The alliance, or the school's name. */
  public String of(RuleOwner owner) {
    return owner.isAlliance()
        ? messages.getMessage("policy.alliance", null, LocaleContextHolder.getLocale())
        : schools.ofCode(owner.value());
  }

  /** The same for an owner by its value; the value itself when there is no such owner. */
  public String ofValue(String value) {
    return RuleOwner.parse(value).map(this::of).orElse(value);
  }
}
