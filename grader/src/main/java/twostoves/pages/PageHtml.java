package twostoves.pages;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns Markdown from {@code docs} into HTML that can stand in any page: it leads nowhere but to the web. */
public final class PageHtml {

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("pre")) {
                    // wider than a phone, so it scrolls; and what scrolls must be within reach of the keyboard
                    attributes.put("tabindex", "0");
                }
            })
            .build();

    private PageHtml() {}

    /**
     * Renders a text.
     *
     * @param markdown a text from {@code docs}, without headings
     * @return paragraphs, lists and blocks of code; links to other pages of {@code docs} are plain text, because the reader
     *     need not have those pages
     */
    public static String of(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new WithoutLocalLinks());
        return RENDERER.render(document);
    }

    private static final class WithoutLocalLinks extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!link.getDestination().startsWith("https://")) {
                replaceByChildren(link);
            }
        }

        @Override
        public void visit(Image image) {
            replaceByChildren(image);
        }

        private static void replaceByChildren(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
