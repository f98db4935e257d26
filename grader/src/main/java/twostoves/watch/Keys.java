package twostoves.watch;

import java.util.List;
import java.util.Map;

/** The names of the keys that the loop knows. A key that shows a character has that for a name. */
final class Keys {

    static final String HINT = "h";
    static final String NEXT = "n";
    static final String LIST = "l";
    static final String RUN = "r";
    static final String RESET = "x";
    static final String EXPLAIN = "e";
    static final String OPEN = "o";
    static final String QUIT = "q";
    static final String YES = "y";
    static final String UP = "up";
    static final String DOWN = "down";
    static final String HOME = "home";
    static final String END = "end";
    static final String ENTER = "enter";
    static final String ESCAPE = "escape";

    /** What each key does, in the order of the bar at the bottom. */
    static final List<Map.Entry<String, String>> BAR = List.of(
            Map.entry(HINT, "hint"),
            Map.entry(EXPLAIN, "explain"),
            Map.entry(RUN, "run again"),
            Map.entry(NEXT, "next"),
            Map.entry(LIST, "list"),
            Map.entry(RESET, "reset"),
            Map.entry(OPEN, "report"),
            Map.entry(QUIT, "quit"));

    /** The same in the list. */
    static final List<Map.Entry<String, String>> LIST_BAR = List.of(
            Map.entry("↑ ↓", "move"),
            Map.entry("Enter", "work at this one"),
            Map.entry("Esc", "back"),
            Map.entry(QUIT, "quit"));

    private Keys() {}
}
