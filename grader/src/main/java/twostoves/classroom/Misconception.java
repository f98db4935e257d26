package twostoves.classroom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import twostoves.grading.Diagnosis;
import twostoves.report.ReportedExercise;

/**
 * A diagnosis, and where in a class it was made.
 *
 * @param diagnosis the diagnosis
 * @param submissions the names of the submissions in which it was the primary one of some exercise
 * @param exercises the ids of those exercises
 */
record Misconception(Diagnosis diagnosis, SortedSet<String> submissions, SortedSet<String> exercises) {

    private static final Comparator<Misconception> MOST_FREQUENT_FIRST = Comparator.comparingInt(
                    (Misconception found) -> found.submissions.size())
            .reversed()
            .thenComparing(found -> found.diagnosis.id());

    private Misconception(Diagnosis diagnosis) {
        this(diagnosis, new TreeSet<>(), new TreeSet<>());
    }

    /** Counts those of a class, the most frequent first. What is not begun is no misconception. */
    static List<Misconception> of(List<ClassResult> results) {
        Map<Diagnosis, Misconception> found = new TreeMap<>();
        for (ClassResult result : results) {
            result.report().stream()
                    .flatMap(report -> report.exercises().stream())
                    .forEach(exercise -> note(result, exercise, found));
        }
        return found.values().stream().sorted(MOST_FREQUENT_FIRST).toList();
    }

    private static void note(ClassResult result, ReportedExercise exercise, Map<Diagnosis, Misconception> found) {
        exercise.diagnosis()
                .filter(diagnosis -> diagnosis != Diagnosis.UNSOLVED)
                .ifPresent(diagnosis -> {
                    Misconception misconception = found.computeIfAbsent(diagnosis, Misconception::new);
                    misconception.submissions.add(result.submission());
                    misconception.exercises.add(exercise.id());
                });
    }
}
