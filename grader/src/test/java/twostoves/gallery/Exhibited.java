package twostoves.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import twostoves.checks.Curriculum;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.ExerciseResult.Status;

/**
 * One submission of the gallery. The folder it lies in is the verdict it must get.
 *
 * @param exerciseId the exercise it is for
 * @param status what must come of it
 * @param diagnosis the primary diagnosis it must get; empty for a right one
 * @param name the path of its folder below the gallery
 * @param source its file
 */
record Exhibited(String exerciseId, Status status, Optional<Diagnosis> diagnosis, String name, Path source) {

    /** Reads {@code <exercise>/right/<idiom>/X.java} and {@code <exercise>/wrong/<diagnosis>[/<variant>]/X.java}. */
    static Exhibited of(Path root, Path source) {
        Path folder = root.relativize(source).getParent();
        String verdict = folder.getName(1).toString();
        Status status = switch (verdict) {
            case "right" -> Status.SOLVED;
            case "wrong" -> Status.FAILED;
            case "unsolved" -> Status.UNSOLVED;
            case "broken" -> Status.BROKEN;
            default -> throw new IllegalArgumentException("no verdict is called " + verdict + ": " + source);
        };
        Optional<Diagnosis> diagnosis = switch (status) {
            case SOLVED, ERROR -> Optional.empty();
            case UNSOLVED -> Optional.of(Diagnosis.UNSOLVED);
            case BROKEN -> Optional.of(Diagnosis.DOES_NOT_COMPILE);
            case FAILED ->
                Optional.of(Diagnosis.byId(folder.getName(2).toString())
                        .orElseThrow(() -> new IllegalArgumentException("no diagnosis is called so: " + source)));
        };
        String name = folder.toString().replace('\\', '/');
        return new Exhibited(folder.getName(0).toString(), status, diagnosis, name, source);
    }

    static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Reads the source. An alternative bears the name of the class that it could stand in for. */
    String text() throws IOException {
        String simpleName = className(Path.of(exercise().sourceFile()));
        return Files.readString(source).replaceAll("\\b" + className(source) + "\\b", simpleName);
    }

    Exercise exercise() {
        return Exercise.of(checks());
    }

    Class<?> checks() {
        return Curriculum.checkClasses().stream()
                .filter(checks -> Exercise.of(checks).id().equals(exerciseId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no exercise " + exerciseId));
    }

    /** Says how a result differs from the verdict; empty if it does not. */
    Optional<String> oddity(ExerciseResult result) {
        boolean same = result.status() == status && result.diagnosis().equals(diagnosis);
        boolean scoreFits = switch (status) {
            case SOLVED -> result.score() == result.exercise().maxScore();
            case UNSOLVED, BROKEN -> result.score() == 0;
            case FAILED, ERROR -> result.score() < result.exercise().maxScore();
        };
        // what is not measured proves nothing, here of all places
        boolean measured =
                result.checks().stream().noneMatch(check -> check.status() == CheckResult.Status.NOT_MEASURED);
        if (same && scoreFits && measured) {
            return Optional.empty();
        }
        String told = result.primaryFailure()
                .map(check -> check.check().id() + ": " + check.message())
                .or(() -> result.checks().stream()
                        .filter(check -> check.status() == CheckResult.Status.ERROR
                                || check.status() == CheckResult.Status.NOT_MEASURED)
                        .findFirst()
                        .map(CheckResult::message))
                .orElse(result.message());
        return Optional.of(name + " is " + result.status().id() + " with "
                + result.diagnosis().map(Diagnosis::id).orElse("no diagnosis") + ", " + result.score() + " points ("
                + told + ")");
    }
}
