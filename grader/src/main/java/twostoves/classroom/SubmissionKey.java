package twostoves.classroom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import twostoves.sandbox.Submission;

/** What a result was made from: the grader, the exercises and every byte of the sources. Where these are the same, so is it. */
final class SubmissionKey {

    private SubmissionKey() {}

    static String of(GraderIdentity grader, List<String> exercises, Submission submission) throws IOException {
        Sha256 key =
                new Sha256().add(grader.version()).add(grader.fingerprint()).add(exercises.size());
        exercises.forEach(key::add);
        for (Path source : submission.sources()) {
            key.add(submission.nameOf(source)).add(source);
        }
        return key.hex();
    }
}
