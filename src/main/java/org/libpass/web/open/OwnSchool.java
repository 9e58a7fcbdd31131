package org.libpass.web.open;

import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.libpass.web.security.ReaderPrincipal;
import org.libpass.web.security.SignedIn;
import org.libpass.web.security.StaffPrincipal;

/** To which school someone belongs, for pages that begin with it. */
final class OwnSchool {

  private OwnSchool() {}

  /** The school of a reader or a member of staff; null for a visitor and for the alliance. */
  static @Nullable SchoolCode of(@Nullable SignedIn signedIn) {
    if (signedIn instanceof ReaderPrincipal reader) {
      return reader.school();
    }
    return signedIn instanceof StaffPrincipal staff ? staff.school() : null;
  }
}
