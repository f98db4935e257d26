package twostoves.console;

import java.util.ArrayList;
import java.util.List;
import twostoves.pages.MisconceptionPage;

/** Sets what is written about a diagnosis for a terminal. */
public final class Explanation {

    private Explanation() {}

    /**
     * Sets an entry.
     *
     * @param page the entry
     * @param type how it looks
     * @return its lines: the name and what it means, three paragraphs with headings, and the picture if there is one
     */
    public static List<String> lines(MisconceptionPage page, Type type) {
        List<String> lines = new ArrayList<>();
        List<String> title =
                Text.lines(page.id() + ": " + page.title(), type.style().width());
        lines.add(type.bold(page.id()) + title.getFirst().substring(page.id().length()));
        lines.addAll(title.subList(1, title.size()));
        paragraph("How it shows", page.shows(), lines, type);
        paragraph("Why it matters", page.matters(), lines, type);
        paragraph("What to do", page.todo(), lines, type);
        page.picture().ifPresent(picture -> {
            lines.add("");
            picture.lines().forEach(line -> lines.add("    " + line));
        });
        return lines;
    }

    private static void paragraph(String heading, String text, List<String> lines, Type type) {
        lines.add("");
        lines.add(type.bold(heading));
        lines.addAll(Prose.lines(text, type.style().width()));
    }
}
