package twostoves.classroom;

import java.util.List;

/**
 * What is being graded: written before anything runs, so that whoever goes on, or merges, knows.
 *
 * @param schema the name of this format, {@value #SCHEMA}
 * @param grader who grades
 * @param exercises the ids of the exercises, by number
 * @param seed the seed of all inputs drawn at random, the same for the whole class
 * @param shard which part of the class
 * @param submissions the names of all submissions of the class, also of those in other parts; sorted
 */
record ClassPlan(
        String schema,
        GraderIdentity grader,
        List<String> exercises,
        long seed,
        Shard shard,
        List<String> submissions) {

    static final String SCHEMA = "twostoves/class/1";

    /** Creates a plan; copies what it is given. */
    ClassPlan {
        exercises = List.copyOf(exercises);
        submissions = List.copyOf(submissions);
    }

    /** The submissions in this part of the class. */
    List<String> mine() {
        return submissions.stream().filter(shard::holds).toList();
    }

    ClassPlan withSeed(long value) {
        return new ClassPlan(schema, grader, exercises, value, shard, submissions);
    }
}
