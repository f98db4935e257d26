package twostoves.classroom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twostoves.report.Format;
import twostoves.report.VisibleText;
import twostoves.report.Weights;

/**
 * Puts together what several machines have graded of one class. Refuses whatever does not belong together: gradebooks of
 * different graders, of different exercises, or with a part missing, look right and are not.
 */
public final class ClassMerge {

    /** The parts, by their index. */
    private final Map<Integer, Part> parts;

    private ClassMerge(Map<Integer, Part> parts) {
        this.parts = parts;
    }

    private record Part(Path directory, ClassPlan plan) {}

    /**
     * Looks at the parts.
     *
     * @param directories where they are: what was given to {@code --out} for each shard; at least one
     * @param grader who is to merge them
     * @return the parts, if they belong together and none is missing
     * @throws ClassException if they do not, or one is, or one has not been finished
     * @throws IOException if they cannot be read
     */
    public static ClassMerge of(List<Path> directories, GraderIdentity grader) throws ClassException, IOException {
        List<Part> parts = new ArrayList<>();
        for (Path directory : directories) {
            ClassPlan plan = ResultStore.readPlan(directory)
                    .orElseThrow(() -> new ClassException(directory + " holds no results of \"kata class\"."));
            parts.add(new Part(directory, plan));
        }
        Part first = parts.getFirst();
        for (Part part : parts) {
            refuseOtherGrader(first, part);
            refuseOtherExercises(first, part);
            refuseOtherSettings(first, part);
            refuseOtherCount(first, part);
            refuseOtherClass(first, part);
        }
        if (!first.plan.grader().equals(grader)) {
            throw new ClassException("The shards were graded by grader " + first.plan.grader() + ", and this is "
                    + grader + ". Merge them with the grader that has graded them.");
        }
        ClassMerge merge = new ClassMerge(byIndex(parts));
        merge.refuseUnfinished();
        return merge;
    }

    private static void refuseOtherGrader(Part one, Part other) throws ClassException {
        if (!one.plan.grader().equals(other.plan.grader())) {
            throw new ClassException("Different graders: " + one.directory + " was graded by " + one.plan.grader()
                    + ", " + other.directory + " by " + other.plan.grader()
                    + ". Grade all shards with the same build of the grader.");
        }
    }

    private static void refuseOtherExercises(Part one, Part other) throws ClassException {
        if (!one.plan.exercises().equals(other.plan.exercises())) {
            throw new ClassException("Different exercises: " + one.directory + " was graded on "
                    + String.join(", ", one.plan.exercises()) + "; " + other.directory + " on "
                    + String.join(", ", other.plan.exercises()) + ". Grade all shards on the same.");
        }
    }

    private static void refuseOtherSettings(Part one, Part other) throws ClassException {
        if (!one.plan.title().equals(other.plan.title()) || !one.plan.weights().equals(other.plan.weights())) {
            throw new ClassException("Different settings: " + one.directory + " and " + other.directory
                    + " were graded with another title or other weights. Give each shard the same kata.yml with --config,"
                    + " and --resume: nothing is graded again for that.");
        }
    }

    private static void refuseOtherCount(Part one, Part other) throws ClassException {
        if (one.plan.shard().count() != other.plan.shard().count()) {
            throw new ClassException("Different numbers of shards: " + one.directory + " is "
                    + one.plan.shard() + ", " + other.directory + " is " + other.plan.shard()
                    + ". Merge the shards of one and the same division.");
        }
    }

    private static void refuseOtherClass(Part one, Part other) throws ClassException {
        TreeSet<String> onlyOne = new TreeSet<>(one.plan.submissions());
        onlyOne.removeAll(other.plan.submissions());
        TreeSet<String> onlyOther = new TreeSet<>(other.plan.submissions());
        onlyOther.removeAll(one.plan.submissions());
        if (!onlyOne.isEmpty() || !onlyOther.isEmpty()) {
            String name = onlyOne.isEmpty() ? onlyOther.first() : onlyOne.first();
            Part with = onlyOne.isEmpty() ? other : one;
            Part without = onlyOne.isEmpty() ? one : other;
            throw new ClassException("Different classes: " + VisibleText.inOneLine(name) + " is in that of "
                    + with.directory + " and not in that of " + without.directory
                    + ". Give every shard the same submissions, and grade with --resume.");
        }
    }

    private static Map<Integer, Part> byIndex(List<Part> parts) throws ClassException {
        Map<Integer, Part> byIndex = new TreeMap<>();
        for (Part part : parts) {
            Part before = byIndex.put(part.plan.shard().index(), part);
            if (before != null) {
                throw new ClassException("Twice the same shard: " + before.directory + " and " + part.directory
                        + " are both " + part.plan.shard() + ".");
            }
        }
        int count = parts.getFirst().plan.shard().count();
        if (byIndex.size() < count) {
            String missing = IntStream.rangeClosed(1, count)
                    .filter(index -> !byIndex.containsKey(index))
                    .mapToObj(index -> new Shard(index, count).toString())
                    .collect(Collectors.joining(", "));
            throw new ClassException("Missing: " + missing + ". Grade what is missing, and name all "
                    + Plural.of(count, "directory", "directories") + ".");
        }
        return byIndex;
    }

    private void refuseUnfinished() throws ClassException, IOException {
        for (Part part : parts.values()) {
            List<String> missing = new ArrayList<>();
            for (String name : part.plan.mine()) {
                if (ResultStore.readResult(part.directory, name).isEmpty()) {
                    missing.add(name);
                }
            }
            if (!missing.isEmpty()) {
                throw new ClassException("Not finished: in " + part.directory + ", which is shard "
                        + part.plan.shard() + ", " + Plural.of(missing.size(), "submission has", "submissions have")
                        + " no result, such as " + VisibleText.inOneLine(missing.getFirst())
                        + ". Grade it again with --resume.");
            }
        }
    }

    /**
     * Names what the class was graded on.
     *
     * @return the ids of the exercises, by number
     */
    public List<String> exercises() {
        return anyPlan().exercises();
    }

    /**
     * Tells what gradebooks call it.
     *
     * @return the title
     */
    public String title() {
        return anyPlan().title().orElse(Assignment.TITLE);
    }

    /**
     * Tells how much each exercise counts.
     *
     * @return the weights that the class was graded with
     */
    public Weights weights() {
        return anyPlan().weights().orElse(Weights.EQUAL);
    }

    private ClassPlan anyPlan() {
        return parts.values().iterator().next().plan;
    }

    /**
     * Writes the whole: as if it had been graded on one machine.
     *
     * @param assignment what the class is marked on; its exercises are {@link #exercises()}, and {@link #title()}
     *     and {@link #weights()} are those that the shards were graded with
     * @param formats what a report on each submission is written as
     * @param out where to; made if it is not there
     * @return what came of the class
     * @throws ClassException if something is in {@code out}, or another run is at work there
     * @throws IOException if results cannot be read or written
     */
    public Summary write(Assignment assignment, Set<Format> formats, Path out) throws ClassException, IOException {
        try (ResultStore store = ResultStore.open(out)) {
            if (store.plan().isPresent()) {
                throw new ClassException(out + " holds results already. Choose a new directory with --out.");
            }
            store.write(anyPlan().withShard(Shard.WHOLE));
            List<ClassResult> results = results();
            for (ClassResult result : results) {
                store.write(result);
            }
            ClassRecord record = new ClassRecord(assignment, results);
            new Outputs(out, assignment, formats).write(record);
            return Summary.of(record);
        }
    }

    private List<ClassResult> results() throws IOException {
        Map<String, ClassResult> byName = new TreeMap<>();
        for (Part part : parts.values()) {
            for (String name : part.plan.mine()) {
                Optional<ClassResult> result = ResultStore.readResult(part.directory, name);
                result.ifPresent(found -> byName.put(name, found));
            }
        }
        return List.copyOf(byName.values());
    }
}
