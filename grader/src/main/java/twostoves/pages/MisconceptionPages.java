package twostoves.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twostoves.grading.Diagnosis;

/** The entries of {@code docs/misconceptions.md}, one for each diagnosis. */
public final class MisconceptionPages {

    static final String PAGE = "misconceptions.md";

    private static final Pattern ENTRY = Pattern.compile("""
        ^### `(?<id>[^`\\n]+)`
        (?<entry>.*?)(?=^#{1,3} |\\z)\
        """, Pattern.MULTILINE | Pattern.DOTALL);

    private final Map<String, MisconceptionPage> pages;

    private MisconceptionPages(Map<String, MisconceptionPage> pages) {
        this.pages = Collections.unmodifiableMap(pages);
    }

    /**
     * Reads the entries from the class path.
     *
     * @return the entries
     * @throws PageException if the page is missing, or if an entry lacks its structure
     */
    public static MisconceptionPages load() {
        return parse(Pages.read(PAGE));
    }

    static MisconceptionPages parse(String markdown) {
        Map<String, MisconceptionPage> pages = new LinkedHashMap<>();
        Matcher matcher = ENTRY.matcher(markdown);
        while (matcher.find()) {
            String id = matcher.group("id");
            if (pages.put(id, MisconceptionPage.parse(id, matcher.group("entry"))) != null) {
                throw new PageException(PAGE, "there are two entries `" + id + "`");
            }
        }
        return new MisconceptionPages(pages);
    }

    /**
     * Finds what is to be read about a diagnosis.
     *
     * @param diagnosis the diagnosis
     * @return its entry
     * @throws PageException if there is none
     */
    public MisconceptionPage of(Diagnosis diagnosis) {
        MisconceptionPage page = pages.get(diagnosis.id());
        if (page == null) {
            throw new PageException(PAGE, "there is no entry `" + diagnosis.id() + "`");
        }
        return page;
    }

    /**
     * Lists the entries.
     *
     * @return all entries, in the order of the page
     */
    public List<MisconceptionPage> all() {
        return List.copyOf(pages.values());
    }
}
