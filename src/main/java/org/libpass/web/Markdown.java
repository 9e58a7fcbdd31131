package org.libpass.web;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/**
 * Texts that staff write, as HTML: paragraphs, lists, links and bold words, and nothing else. What
 * looks like HTML is shown as it was typed, a picture as its description, so that no text can do
 * more on a page than be read.
 */
@Component("markdown")
public class Markdown {

  private static final List<String> LINKS = List.of("http", "https", "mailto", "tel");

  private final Parser parser = Parser.builder().enabledBlockTypes(Set.of(ListBlock.class)).build();

  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(LINKS))
          .nodeRendererFactory(PicturesAsWords::new)
          .build();

  /** The text as HTML, safe to put into a page. */
  public String html(String text) {
    return renderer.render(parser.parse(text));
  }

  private record PicturesAsWords(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node picture) {
      for (Node child = picture.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
