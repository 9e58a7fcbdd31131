@ApplicationModule(allowedDependencies = {"web", "shcool"})
@NullMarked
package org.libpass_bad.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
