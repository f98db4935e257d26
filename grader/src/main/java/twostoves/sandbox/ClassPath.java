package twostoves.sandbox;

import twostoves.fork.ChildJvm;

/** Where this process has the grader from, which is what submissions are compiled against. */
public final class ClassPath {

    private ClassPath() {}

    /**
     * Tells it in a form that is good for any working directory.
     *
     * @return absolute paths, in order
     */
    public static String absolute() {
        return ChildJvm.classes();
    }
}
