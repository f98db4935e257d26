package twostoves.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a learner reads about one exercise, as far as programs show it.
 *
 * @param title the name of the exercise
 * @param brief the section "What you are asked for", in Markdown, without its heading
 * @param hints the hints, by number; at least one
 * @param learned the section "What you have learned", in Markdown, without its heading; empty if there is none
 */
public record ExercisePage(String title, String brief, List<Hint> hints, Optional<String> learned) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern TITLE = Pattern.compile("\\A# (?<title>.+)\n");
    private static final Pattern BRIEF = Pattern.compile(
            "^## What you are asked for\n(?<brief>.+?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LEARNED = Pattern.compile(
            "^## What you have learned\n(?<learned>.+?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HINT = Pattern.compile(
            "^<details><summary>Hint (?<number>\\d{1,3}): (?<title>[^\n]+)</summary>\n(?<text>.+?)\n</details>$",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** Creates a page; copies what it is given. */
    public ExercisePage {
        hints = List.copyOf(hints);
    }

    /**
     * Reads the page of an exercise from the class path.
     *
     * @param exerciseId the id of the exercise, in kebab-case
     * @return its page
     * @throws PageException if there is no such page, or if it lacks its structure
     */
    public static ExercisePage of(String exerciseId) {
        String page = "exercises/" + exerciseId + ".md";
        // an id may come from a command line, and names a file here
        if (!ID.matcher(exerciseId).matches()) {
            throw new PageException(page, "there is no such page");
        }
        return parse(page, Pages.read(page));
    }

    static ExercisePage parse(String page, String markdown) {
        String title = only(TITLE, "title", markdown, page, "the first line is not a title");
        String brief = only(BRIEF, "brief", markdown, page, "there is no section \"What you are asked for\"");
        Optional<String> learned = LEARNED.matcher(markdown)
                .results()
                .map(found -> found.group("learned").strip())
                .findFirst();
        return new ExercisePage(title, brief, hints(page, markdown), learned);
    }

    private static String only(Pattern pattern, String group, String markdown, String page, String problem) {
        Matcher matcher = pattern.matcher(markdown);
        if (!matcher.find()) {
            throw new PageException(page, problem);
        }
        return matcher.group(group).strip();
    }

    private static List<Hint> hints(String page, String markdown) {
        List<Hint> hints = new ArrayList<>();
        Matcher matcher = HINT.matcher(markdown);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group("number"));
            if (number != hints.size() + 1) {
                throw new PageException(page, "hint " + (hints.size() + 1) + " is missing before hint " + number);
            }
            hints.add(new Hint(
                    number, matcher.group("title"), matcher.group("text").strip()));
        }
        if (hints.isEmpty()) {
            throw new PageException(page, "there are no hints");
        }
        return hints;
    }
}
