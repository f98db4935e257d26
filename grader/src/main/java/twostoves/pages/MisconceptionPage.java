package twostoves.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a learner reads about one diagnosis.
 *
 * <p>All texts are Markdown without headings.
 *
 * @param id the id of the diagnosis, in kebab-case
 * @param title what is wrong, in one sentence
 * @param shows how it shows in what the learner's code did
 * @param matters why it matters
 * @param todo what to do next
 * @param picture a drawing or a few lines of code, to be shown in a font of fixed width; empty if there is none
 */
public record MisconceptionPage(
        String id, String title, String shows, String matters, String todo, Optional<String> picture) {

    private static final Pattern STRUCTURE = Pattern.compile("""
        \\*\\*(?<title>[^\\n]+)\\*\\*

        \\*How it shows:\\* (?<shows>.+?)

        \\*Why it matters:\\* (?<matters>.+?)

        \\*What to do:\\* (?<todo>.+?)(?:

        ```\\w*
        (?<picture>.+?)
        ```)?\
        """, Pattern.DOTALL);

    static MisconceptionPage parse(String id, String entry) {
        Matcher matcher = STRUCTURE.matcher(entry.strip());
        if (!matcher.matches()) {
            throw new PageException(
                    MisconceptionPages.PAGE,
                    "the entry `" + id
                            + "` is not a bold title, \"How it shows\", \"Why it matters\", \"What to do\" and"
                            + " at most one block, in this order");
        }
        return new MisconceptionPage(
                id,
                matcher.group("title"),
                matcher.group("shows"),
                matcher.group("matters"),
                matcher.group("todo"),
                Optional.ofNullable(matcher.group("picture")));
    }
}
