package org.libpass.web.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param menu the entries for this visitor
 * @param otherLanguage the address of this page in the other language
 * @param name the name of who is signed in, or null
 * @param role {@code visitor}, {@code reader} or {@code staff}
 * @param demo whether this is the demo, which every page says
 */
public record Layout(
    List<Menu.Entry> menu,
    String otherLanguage,
    @Nullable String name,
    String role,
    boolean demo) {}
