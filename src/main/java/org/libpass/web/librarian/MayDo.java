package org.libpass.web.librarian;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.libpass.process.Inbox;

/**
 * The task that a path's {@code {id}} names. The handler is called only if it is open, the
 * librarian's school's, and nobody else's.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface MayDo {

  /** Of which kinds it has to be; any, when none is named. */
  Inbox.Kind[] value() default {};
}
