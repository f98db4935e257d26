package twostoves.races;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import twostoves.grading.*;

public final class Smoke {
    public static void main(String[] args) throws Exception {
        Path classes = Path.of(Smoke.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        for (String name : args) {
            Subject<Program> subject = Subjects.of(new Exercise("catalogue", 1, Track.SHARING, "twostoves.sharing.catalogue." + name, Program.class, List.of()), classes);
            for (int i = 0; i < 3; i++) {
                long t = System.nanoTime();
                String verdict = "clean";
                try { Schedules.explore(subject, RunOnce.class, new Random(i)); } catch (CheckFailure f) { verdict = f.diagnosis().id() + (f.isMeasured() ? " measured" : "") + ": " + f.getMessage() + " @" + f.place(); } catch (NotMeasuredException e) { verdict = "not measured: " + e.getMessage(); }
                System.out.printf("%s %d ms %s%n", name, (System.nanoTime() - t) / 1_000_000, verdict);
            }
        }
    }
}
