package twostoves.racewatch;

import java.lang.constant.ClassDesc;
import java.util.function.Consumer;

/** A class of the learner's that is being rewritten. */
final class LearnerClass {

    private final String internalName;
    private final String file;
    private final boolean isInterface;
    private final ClassFiles files;
    private final Consumer<String> unmodelled;
    private final SyncOperations operations;
    private final MethodReferences references = new MethodReferences(this);

    LearnerClass(String internalName, String file, boolean isInterface, ClassFiles files, Consumer<String> unmodelled) {
        this.internalName = internalName;
        this.file = file;
        this.isInterface = isInterface;
        this.files = files;
        this.unmodelled = unmodelled;
        this.operations = new SyncOperations(files, internalName);
    }

    ClassDesc type() {
        return ClassDesc.ofInternalName(internalName);
    }

    String internalName() {
        return internalName;
    }

    boolean isInterface() {
        return isInterface;
    }

    ClassFiles files() {
        return files;
    }

    SyncOperations operations() {
        return operations;
    }

    MethodReferences references() {
        return references;
    }

    void note(String what) {
        unmodelled.accept(what);
    }

    /** The number of a line at which something is watched. */
    int site(String method, int line, String what, Deed deed) {
        return Sites.add(internalName.replace('/', '.'), method, file, line, what, deed);
    }
}
