package org.libpass.web.open;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.libpass.school.School;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/** Finds schools by what a visitor types: code, name in either language, county. */
@Component
class SchoolSearch {

  private final Schools schools;

  SchoolSearch(Schools schools) {
    this.schools = schools;
  }

  /** The schools in which every one of the words occurs, by code; all of them for no words. */
  List<School> find(String words) {
    List<String> wanted =
        Arrays.stream(plain(words).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    return schools.all().stream()
        .filter(school -> wanted.stream().allMatch(text(school)::contains))
        .toList();
  }

  private static String text(School school) {
    return plain(
        String.join(
            " ",
            school.code().value(),
            school.nameZh(),
            school.nameEn(),
            school.county().nameZh(),
            school.county().nameEn()));
  }

  /** Both ways to write the first character of Taiwan are common, in official names too. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('台', '臺');
  }
}
