package org.libpass.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A school's staff read what was done at the school, and at no other. */
class LogPagesTests extends StaffPageTest {

  private static final String HOME = "TCMT";

  @Autowired private AuditLog audit;

  @Test
  void librariansReadNamesAndPolicyAdministratorsMaskedOnes() throws Exception {
    Reader reader = readers.get(people.student(new SchoolCode(HOME)));
    String key = reader.id().toString();
    audit.keep(HOME, "librarian.tcmt", "reader-suspended", key, "王小明借給別人");
    audit.keep(HOME, "policy.tcmt", "rules-published", "TCMT 3", "改成四十張");
    audit.keep("CUTE", "librarian.cute", "reader-suspended", key, "別校的理由");

    assertThat(page(staff("librarian.tcmt"), "/log"))
        .contains(">" + reader.name() + "</a>", "王小明借給別人", "改成四十張", "href=\"/readers/" + key)
        .doesNotContain("別校的理由");
    assertThat(page(staff("policy.tcmt"), "/log"))
        .contains(reader.maskedName(), "改成四十張", "停權")
        .doesNotContain(">" + reader.name() + "<", "王小明借給別人", "/readers/", key, "別校的理由");
    assertThat(page(staff("librarian.tcmt"), "/log?action=rules-published"))
        .contains("改成四十張")
        .doesNotContain("王小明借給別人");
    assertThat(page(staff("librarian.tcmt"), "/log?action=nonsense")).contains("王小明借給別人");
    assertThat(page(staff("librarian.cute"), "/log?action=reader-suspended"))
        .as("another school's reader is a key")
        .contains("別校的理由", key)
        .doesNotContain(reader.name());
  }

  @Test
  void aLongLogIsShownInPages() throws Exception {
    for (int i = 1; i <= 51; i++) {
      audit.keep("MCUT", "libpass", "tea-made", "MCUT", "第" + i + "次");
    }
    Cookie librarian = staff("librarian.mcut");

    String first = page(librarian, "/log?action=tea-made");
    assertThat(first).contains("第51次", "第2次", "館際通自動", "看更早的").doesNotContain("第1次");
    String older = first.replaceAll("(?s).*href=\"(/log\\?[^\"]*before=\\d+)\".*", "$1");
    assertThat(page(librarian, older.replace("&amp;", "&")))
        .contains("第1次", "回到最新的")
        .doesNotContain("第2次", "看更早的");
    assertThat(page(librarian, "/log?before=1")).contains("沒有更早的紀錄了");
    assertThat(status(open("/log?before=x", librarian))).isEqualTo(200);
  }

  @Test
  void theAllianceHasItsOwnPage() throws Exception {
    assertThat(status(open("/log", staff("alliance")))).isEqualTo(403);
  }
}
