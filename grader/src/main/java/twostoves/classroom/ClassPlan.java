package twostoves.classroom;

import java.util.List;
import java.util.Optional;
import twostoves.report.Weights;

/**
 * What is being graded: written before anything runs, so that whoever goes on, or merges, knows.
 *
 * @param schema the name of this format, {@value #SCHEMA}
 * @param grader who grades
 * @param exercises the ids of the exercises, by number
 * @param seed the seed of all inputs drawn at random, the same for the whole class
 * @param shard which part of the class
 * @param submissions the names of all submissions of the class, also of those in other parts; sorted
 * @param title what gradebooks call it, where the teacher has set it
 * @param weights how much each exercise counts, where the teacher has set it
 */
record ClassPlan(
        String schema,
        GraderIdentity grader,
        List<String> exercises,
        long seed,
        Shard shard,
        List<String> submissions,
        Optional<String> title,
        Optional<Weights> weights) {

    static final String SCHEMA = "twostoves/class/1";

    /** Creates a plan; copies what it is given. */
    ClassPlan {
        exercises = List.copyOf(exercises);
        submissions = List.copyOf(submissions);
    }

    static ClassPlan of(
            Assignment assignment, GraderIdentity grader, long seed, Shard shard, List<String> submissions) {
        return new ClassPlan(
                SCHEMA,
                grader,
                assignment.exerciseIds(),
                seed,
                shard,
                submissions,
                Optional.of(assignment.title()).filter(title -> !title.equals(Assignment.TITLE)),
                Optional.of(assignment.weights()).filter(weights -> !weights.areEqual()));
    }

    /** The submissions in this part of the class. */
    List<String> mine() {
        return submissions.stream().filter(shard::holds).toList();
    }

    ClassPlan withSeed(long value) {
        return new ClassPlan(schema, grader, exercises, value, shard, submissions, title, weights);
    }

    ClassPlan withShard(Shard value) {
        return new ClassPlan(schema, grader, exercises, seed, value, submissions, title, weights);
    }
}
