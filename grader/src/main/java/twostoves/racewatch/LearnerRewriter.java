package twostoves.racewatch;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Rewrites the learner's classes so that every access to what threads may share is seen, and all that orders threads.
 *
 * <p>Safe for use by several threads.
 */
public final class LearnerRewriter {

    private final ClassFiles files;
    private final Set<String> unmodelled = new TreeSet<>();

    /**
     * Creates a rewriter for the classes of one submission.
     *
     * @param learners finds the submission's class files by their internal name
     * @param others finds all other classes
     */
    public LearnerRewriter(Function<String, Optional<byte[]>> learners, ClassLoader others) {
        this.files = new ClassFiles(name -> learners.apply(name).or(() -> ClassFiles.read(others, name)));
    }

    /**
     * Rewrites a class.
     *
     * @param bytes the class file
     * @return the class file to be loaded in its place
     * @throws IllegalArgumentException if it cannot be rewritten, for example because a method would grow too long
     */
    public byte[] rewrite(byte[] bytes) {
        ClassModel model = files.format().parse(bytes);
        return files.format().transformClass(model, new Rewriting(model));
    }

    /**
     * Tells what the classes rewritten so far use that orders threads in ways which are not seen.
     *
     * @return the names of methods, such as {@code VarHandle.fullFence}
     */
    public Set<String> unmodelled() {
        synchronized (unmodelled) {
            return Set.copyOf(unmodelled);
        }
    }

    private void note(String what) {
        synchronized (unmodelled) {
            unmodelled.add(what);
        }
    }

    private final class Rewriting implements ClassTransform {
        private final LearnerClass type;

        Rewriting(ClassModel model) {
            String file = model.findAttribute(Attributes.sourceFile())
                    .map(attribute -> attribute.sourceFile().stringValue())
                    .orElse("");
            type = new LearnerClass(
                    model.thisClass().asInternalName(),
                    file,
                    (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0,
                    files,
                    LearnerRewriter.this::note);
        }

        @Override
        public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                // a synchronized method takes its lock in its code, where that can be seen
                int flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
                builder.withMethod(method.methodName(), method.methodType(), flags, body -> rewrite(method, body));
                return;
            }
            if (element instanceof MethodModel method && (method.flags().flagsMask() & ClassFile.ACC_NATIVE) != 0) {
                note("native " + method.methodName().stringValue());
            }
            builder.with(element);
        }

        private void rewrite(MethodModel method, MethodBuilder body) {
            for (MethodElement part : method) {
                if (part instanceof CodeModel code) {
                    body.transformCode(code, new LearnerCode(type, method));
                } else if (!(part instanceof AccessFlags)) {
                    body.with(part);
                }
            }
        }

        @Override
        public void atEnd(ClassBuilder builder) {
            type.references().writeBridges(builder);
        }
    }
}
