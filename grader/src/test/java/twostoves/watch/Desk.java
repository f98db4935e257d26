package twostoves.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.workspace.Repository;
import twostoves.workspace.Stub;

/** A working tree with the stubs of a few exercises, in a directory of its own. */
record Desk(Repository repository) {

    static final Exercise FETCH_ALL = exercise("fetch-all");
    static final Exercise TAKE_TURNS = exercise("take-turns");
    static final Exercise SPLIT_RANGE = exercise("split-range");

    private static Exercise exercise(String id) {
        return Curriculum.exercises().stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Desk in(Path directory) throws IOException {
        Desk desk = new Desk(new Repository(directory));
        Files.createDirectories(desk.repository.exercises());
        Files.writeString(desk.repository.exercises().resolve("pom.xml"), "");
        for (Exercise exercise : new Exercise[] {FETCH_ALL, TAKE_TURNS, SPLIT_RANGE}) {
            Stub.of(exercise).restore(desk.repository);
        }
        return desk;
    }

    Path source(Exercise exercise) {
        return repository.source(exercise);
    }

    /** As most editors do. */
    void save(Exercise exercise, String text) throws IOException {
        Files.writeString(source(exercise), text);
    }

    /** As others do, lest half a file is ever seen. */
    void saveByRename(Exercise exercise, String text) throws IOException {
        Path beside = Files.writeString(source(exercise).resolveSibling("4913"), text);
        Files.move(beside, source(exercise), StandardCopyOption.REPLACE_EXISTING);
    }

    /** As yet others do: the old file becomes a backup, and a new one is written. */
    void saveWithBackup(Exercise exercise, String text) throws IOException {
        Path file = source(exercise);
        Files.move(file, file.resolveSibling(file.getFileName() + "~"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(file, "");
        Files.writeString(file, text);
    }
}
