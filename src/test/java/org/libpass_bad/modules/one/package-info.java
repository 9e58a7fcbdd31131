@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.libpass_bad.modules.one;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
