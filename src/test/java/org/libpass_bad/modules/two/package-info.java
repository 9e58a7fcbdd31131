@ApplicationModule(allowedDependencies = "one")
@NullMarked
package org.libpass_bad.modules.two;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
