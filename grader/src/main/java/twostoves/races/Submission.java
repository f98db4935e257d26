package twostoves.races;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import twostoves.grading.Subject;
import twostoves.racewatch.Hooks;
import twostoves.racewatch.LearnerRewriter;
import twostoves.weaving.LearnerLoader;

/** The learner's classes, rewritten once and loaded anew for every run, statics included. */
final class Submission<T> {

    private final String className;
    private final Function<String, Optional<byte[]>> originals;
    private final LearnerRewriter rewriter;
    private final Map<String, Optional<byte[]>> rewritten = new ConcurrentHashMap<>();

    Submission(String className, Function<String, Optional<byte[]>> originals) {
        this.className = className;
        this.originals = originals;
        this.rewriter =
                new LearnerRewriter(name -> originals.apply(name.replace('/', '.')), Submission.class.getClassLoader());
    }

    static <T> Submission<T> of(Subject<T> subject) {
        return new Submission<>(
                subject.exercise().className(), name -> subject.classes().original(name));
    }

    /** The learner's class, as if nothing of it had run yet. */
    @SuppressWarnings("unchecked") // checked against the contract when the exercise was opened
    Class<? extends T> load() throws ClassNotFoundException {
        return (Class<? extends T>) LearnerLoader.ofRewritten(this::rewritten).loadClass(className);
    }

    private Optional<byte[]> rewritten(String name) {
        Hooks.mute();
        try {
            Optional<byte[]> known = rewritten.get(name);
            if (known == null) {
                known = originals.apply(name).map(rewriter::rewrite);
                rewritten.put(name, known);
            }
            return known;
        } finally {
            Hooks.unmute();
        }
    }

    /** What it uses that orders threads, or reaches variables, in ways that are not seen. */
    Set<String> unmodelled() {
        return rewriter.unmodelled();
    }
}
