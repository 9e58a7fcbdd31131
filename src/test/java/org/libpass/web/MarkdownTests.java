package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff write becomes plain HTML, whatever they write. */
class MarkdownTests {

  private final Markdown markdown = new Markdown();

  @Test
  void paragraphsListsLinksAndBoldWords() {
    assertThat(markdown.html("先**查書**。\n\n- [目錄](/catalogues)\n- 電話"))
        .isEqualToIgnoringWhitespace(
            "<p>先<strong>查書</strong>。</p><ul><li><a rel=\"nofollow\""
                + " href=\"/catalogues\">目錄</a></li><li>電話</li></ul>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[press](javascript:alert(1))",
        "[press](data:text/html,x)",
        "![x](https://example.org/x.png)",
        "# Title",
        "> <iframe src=\"x\">",
        "```\n<b>\n```",
        "<!-- x -->",
        "[x](https://example.org \"\\\" onclick=\\\"alert(1)\")"
      })
  void nothingElse(String text) {
    assertThat(markdown.html(text))
        .doesNotContain("<script", "<img", "=\"javascript", "=\"data:", "<h1", "<iframe", "<!--")
        .doesNotContain("<blockquote", "<pre", "\" onclick=\"");
  }
}
