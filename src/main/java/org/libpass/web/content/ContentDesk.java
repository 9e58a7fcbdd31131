package org.libpass.web.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libpass.content.Article;
import org.libpass.school.SchoolCode;
import org.libpass.web.security.StaffPrincipal;

/**
 * Whose content someone works on, and where: a school's librarians on their own school's, an
 * administrator of the alliance on the alliance's.
 *
 * @param school null for the alliance
 * @param path the page to begin with
 */
record ContentDesk(@Nullable SchoolCode school, String path) {

  static ContentDesk of(StaffPrincipal staff) {
    return new ContentDesk(staff.school(), staff.school() == null ? "/admin/content" : "/content");
  }

  /** Whether an article is one of those that are worked on here. */
  boolean owns(Article article) {
    return Objects.equals(article.school(), school);
  }

  /** The page's place in the menu. */
  public String place() {
    return school == null ? "alliance-content" : "content";
  }

  String redirect() {
    return "redirect:" + path;
  }
}
