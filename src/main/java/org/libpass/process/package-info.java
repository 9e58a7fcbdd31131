/**
 * The process engine: where activations and cards wait for librarians and for time.
 *
 * <p>Implements the ports of the other modules; is called back by the engine through beans named
 * {@code *Steps}, each of which calls one use case. The only module that knows Flowable. Holds no
 * state of the product: that is in the tables of the others, and both change in one transaction.
 */
@ApplicationModule(
    displayName = "Processes",
    allowedDependencies = {
      "platform",
      "school",
      "policy",
      "policy :: facts",
      "reader",
      "card",
      "circulation",
      "message"
    })
@NullMarked
package org.libpass.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
