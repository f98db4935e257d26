package twostoves.races;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import twostoves.fork.ChildJvm;

/** Judges the programs of the catalogue again and again, and prints what was odd, and how long it took. */
final class CatalogueRepeater {

    private CatalogueRepeater() {}

    /**
     * Repeats.
     *
     * @param args how many rounds, the number of busy processes, a regular expression for the names of programs, and the
     *     first seed
     * @throws IOException if a busy process cannot be started
     */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        List<Process> busy = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> busy.forEach(Process::destroyForcibly)));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            busy.add(ChildJvm.builder(List.of("-cp", System.getProperty("java.class.path"), Busy.class.getName()))
                    .start());
        }
        long seed = Long.parseLong(args[3]);
        List<Catalogue.Entry> entries = Catalogue.entries().stream()
                .filter(entry -> entry.name().matches(args[2]))
                .toList();
        long odd = 0;
        List<Long> all = new ArrayList<>();
        for (Catalogue.Entry entry : entries) {
            List<Long> times = new ArrayList<>();
            int oddHere = 0;
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                Catalogue.Verdict verdict = entry.verdict(seed + round);
                times.add((System.nanoTime() - begun) / 1_000_000);
                if (!entry.expects(verdict)) {
                    oddHere++;
                    System.out.println("odd: " + entry.name() + " with seed " + (seed + round) + " is "
                            + verdict.family() + ": " + verdict.message());
                }
            }
            odd += oddHere;
            all.addAll(times);
            Collections.sort(times);
            System.out.printf(
                    "%-50s %4d rounds, %3d odd, median %5d ms, most %6d ms%n",
                    entry.name(), rounds, oddHere, times.get(times.size() / 2), times.getLast());
        }
        Collections.sort(all);
        System.out.printf(
                "%d programs, %d verdicts, %d odd, median %d ms%n",
                entries.size(), all.size(), odd, all.get(all.size() / 2));
        System.exit(odd == 0 ? 0 : 1);
    }

    /** Keeps one processor busy until it is ended. */
    static final class Busy {

        private Busy() {}

        /** Spins. */
        public static void main(String[] args) {
            while (args.length == 0) {
                Thread.onSpinWait();
            }
        }
    }
}
