package org.libpass.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/**
 * Fails every test that is shown a page with an untranslated key, whatever else it looks for: so
 * keys that are put together while a page is written are seen too. Thymeleaf writes such a key
 * between double question marks.
 */
public final class NoTextMissing implements MockMvcBuilderCustomizer {

  private static final Pattern MISSING = Pattern.compile("\\?\\?([\\w.-]+)_(?:zh_TW|en)\\?\\?");

  @Override
  public void customize(ConfigurableMockMvcBuilder<?> builder) {
    builder.alwaysDo(NoTextMissing::look);
  }

  private static void look(MvcResult answer) throws Exception {
    check(answer.getRequest().getRequestURI(), answer.getResponse().getContentAsString());
  }

  /**
   * @throws AssertionError if {@code page} shows a key that has no text
   */
  public static void check(String address, String page) {
    Matcher missing = MISSING.matcher(page);
    if (missing.find()) {
      throw new AssertionError("No text for " + missing.group(1) + " on " + address);
    }
  }
}
