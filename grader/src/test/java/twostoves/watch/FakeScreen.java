package twostoves.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import twostoves.report.ConsoleStyle;

/** Keeps all pages that were shown. */
final class FakeScreen implements Screen {

    final List<String> pages = new CopyOnWriteArrayList<>();
    volatile int rows = 50;
    volatile String busy = "";

    String page() {
        return pages.isEmpty() ? "" : pages.getLast();
    }

    @Override
    public void show(List<String> lines, List<String> bar) {
        List<String> all = new ArrayList<>(lines);
        all.add("");
        all.addAll(bar);
        pages.add(String.join("\n", all));
    }

    @Override
    public void expect(List<String> heading) {}

    @Override
    public void busy(String what, long seconds) {
        busy = what;
    }

    @Override
    public ConsoleStyle style() {
        return ConsoleStyle.PLAIN;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public String press(String key) {
        return "press " + key;
    }
}
