package org.libpass.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Wording;
import org.libpass.reader.PrivacyText;
import org.libpass.reader.PrivacyText.Part;

/**
 * A paragraph of the privacy policy that reads otherwise in another version.
 *
 * @param title what it is about
 * @param before what it said, null when it is new
 * @param now what it says, null when it was taken out
 */
public record PrivacyChange(Wording title, @Nullable Wording before, @Nullable Wording now) {

  /** What the newer of two versions says otherwise: in its order, then what it leaves out. */
  public static List<PrivacyChange> between(PrivacyText older, PrivacyText newer) {
    Stream<PrivacyChange> otherwise =
        newer.parts().stream()
            .map(
                part ->
                    new PrivacyChange(
                        part.title(),
                        older.part(part.key()).map(Part::text).orElse(null),
                        part.text()))
            .filter(change -> !Objects.equals(change.before(), change.now()));
    Stream<PrivacyChange> gone =
        older.parts().stream()
            .filter(part -> newer.part(part.key()).isEmpty())
            .map(part -> new PrivacyChange(part.title(), part.text(), null));
    return Stream.concat(otherwise, gone).toList();
  }
}
