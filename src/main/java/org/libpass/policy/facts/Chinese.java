package org.libpass.policy.facts;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a question, a fact or a field is called in a rule that is written in Chinese. */
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, RECORD_COMPONENT})
public @interface Chinese {

  /** The name: Chinese characters, no spaces. */
  String value();
}
