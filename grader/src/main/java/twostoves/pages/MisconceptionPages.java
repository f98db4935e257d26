package twostoves.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twostoves.grading.Diagnosis;

/** The entries of {@code docs/misconceptions.md}, one for each diagnosis. */
public final class MisconceptionPages {

    static final String PAGE = "misconceptions.md";

    private static final Pattern HEADING = Pattern.compile("#{1,3} ");
    private static final Pattern ENTRY = Pattern.compile("### `(?<id>[^`\\n]+)`\n");

    private static Map<String, String> onClassPath = Map.of();

    /** The text of each entry, by its id. */
    private final Supplier<Map<String, String>> entries;

    private MisconceptionPages(Supplier<Map<String, String>> entries) {
        this.entries = entries;
    }

    /**
     * Finds the entries on the class path. They are read when one is asked for, and once: most verdicts need none, and whoever
     * waits for a verdict is not to wait for a hundred entries.
     *
     * @return the entries
     */
    public static MisconceptionPages load() {
        return new MisconceptionPages(MisconceptionPages::onClassPath);
    }

    static MisconceptionPages parse(String markdown) {
        Map<String, String> entries = entries(markdown);
        return new MisconceptionPages(() -> entries);
    }

    private static synchronized Map<String, String> onClassPath() {
        if (onClassPath.isEmpty()) {
            onClassPath = entries(Pages.read(PAGE));
        }
        return onClassPath;
    }

    private static Map<String, String> entries(String markdown) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int at = heading(markdown, 0); at < markdown.length(); ) {
            int end = heading(markdown, at + 1);
            Matcher entry = ENTRY.matcher(markdown).region(at, end);
            if (entry.lookingAt() && entries.put(entry.group("id"), markdown.substring(entry.end(), end)) != null) {
                throw new PageException(PAGE, "there are two entries `" + entry.group("id") + "`");
            }
            at = end;
        }
        return Collections.unmodifiableMap(entries);
    }

    /** Where the next heading begins, or the end of the text. */
    private static int heading(String markdown, int from) {
        for (int at = markdown.indexOf('#', from); at >= 0; at = markdown.indexOf('#', at + 1)) {
            boolean startsLine = at == 0 || markdown.charAt(at - 1) == '\n';
            if (startsLine
                    && HEADING.matcher(markdown).region(at, markdown.length()).lookingAt()) {
                return at;
            }
        }
        return markdown.length();
    }

    /**
     * Finds what is to be read about a diagnosis.
     *
     * @param diagnosis the diagnosis
     * @return its entry
     * @throws PageException if there is none, if it lacks its structure, or if the page is missing or has two entries of one id
     */
    public MisconceptionPage of(Diagnosis diagnosis) {
        String entry = entries.get().get(diagnosis.id());
        if (entry == null) {
            throw new PageException(PAGE, "there is no entry `" + diagnosis.id() + "`");
        }
        return MisconceptionPage.parse(diagnosis.id(), entry);
    }

    /**
     * Lists the entries.
     *
     * @return all entries, in the order of the page
     * @throws PageException if one lacks its structure, or if the page is missing or has two entries of one id
     */
    public List<MisconceptionPage> all() {
        return entries.get().entrySet().stream()
                .map(entry -> MisconceptionPage.parse(entry.getKey(), entry.getValue()))
                .toList();
    }
}
