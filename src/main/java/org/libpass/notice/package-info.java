/**
 * What readers are told: mails, written in the transaction of what they tell of and sent later, and
 * the to-do list, derived from state and never stored.
 *
 * <p>Hears events and asks; decides nothing and changes nothing outside its own table. Only the
 * pages use it.
 */
@ApplicationModule(
    displayName = "Notices",
    allowedDependencies = {
      "platform",
      "school",
      "ils",
      "policy",
      "policy :: facts",
      "reader",
      "card"
    })
@NullMarked
package org.libpass.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
