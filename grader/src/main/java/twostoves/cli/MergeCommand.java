package twostoves.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.classroom.Assignment;
import twostoves.classroom.ClassException;
import twostoves.classroom.ClassMerge;
import twostoves.classroom.GraderIdentity;
import twostoves.classroom.Summary;
import twostoves.grading.Exercise;
import twostoves.report.Format;
import twostoves.report.GraderVersion;

/** Merges the shards of a class. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Merge what \"kata class --shard\" has graded on several machines into one gradebook.",
            "Refuses shards of different graders, exercises or classes, and a class with a shard missing."
        })
final class MergeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The --out directory of each shard.")
    private List<Path> directories = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the whole goes; a new directory.")
    private Path out;

    @Mixin
    private FormatOption format = new FormatOption();

    MergeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Set<Format> formats = format.formats();
        try {
            ClassMerge merge = ClassMerge.of(
                    directories.stream().map(surroundings::resolve).toList(),
                    GraderIdentity.ofThisProcess(GraderVersion.find()));
            Summary summary = merge.write(assignment(merge), formats, surroundings.resolve(out));
            return ClassCommand.show(summary, out, surroundings);
        } catch (ClassException wrong) {
            throw new WrongUseException(wrong.getMessage());
        }
    }

    private Assignment assignment(ClassMerge merge) {
        List<Exercise> graded = Exercises.named(merge.exercises());
        return new Assignment(merge.title(), graded, merge.weights());
    }
}
