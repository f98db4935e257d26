package twostoves.watch;

import java.util.List;
import twostoves.report.ConsoleStyle;

/** Where the loop shows what there is to see. Used by one thread. */
interface Screen {

    /**
     * Shows a page in the place of the one before.
     *
     * @param lines its lines, none wider than the style allows
     * @param bar the keys there are, below it
     */
    void show(List<String> lines, List<String> bar);

    /**
     * Makes room for a page that is not there yet.
     *
     * @param heading the lines with which it will begin
     */
    void expect(List<String> heading);

    /**
     * Says what is going on, until the next page is shown. May be called again and again.
     *
     * @param what a few words
     * @param seconds for how long it has been going on
     */
    void busy(String what, long seconds);

    /** How it looks now; the width may change from page to page. */
    ConsoleStyle style();

    /** How many lines a page may have that is to be seen whole. */
    int rows();

    /** How to tell the learner to use a key: {@code press n}, or {@code type n and Enter}. */
    String press(String key);
}
