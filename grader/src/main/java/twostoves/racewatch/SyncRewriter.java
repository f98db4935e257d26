package twostoves.racewatch;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.util.Optional;

/** Rewrites a class of the JDK or of the grader so that what orders threads there is seen, and nothing else. */
final class SyncRewriter {

    private final ClassFiles files;

    SyncRewriter(ClassFiles files) {
        this.files = files;
    }

    /** The rewritten class; empty if there is nothing in it that orders threads. */
    Optional<byte[]> rewrite(String internalName, byte[] bytes) {
        ClassModel model = files.format().parse(bytes);
        SyncOperations operations = new SyncOperations(files, internalName);
        boolean[] changed = {false};
        byte[] rewritten = files.format().transformClass(model, (builder, element) -> {
            Optional<CodeTransform> transform =
                    element instanceof MethodModel method && method.code().isPresent()
                            ? transform(internalName, method, operations)
                            : Optional.empty();
            if (transform.isEmpty()) {
                builder.with(element);
                return;
            }
            changed[0] = true;
            builder.transformMethod((MethodModel) element, MethodTransform.transformingCode(transform.get()));
        });
        return changed[0] ? Optional.of(rewritten) : Optional.empty();
    }

    private static Optional<CodeTransform> transform(
            String internalName, MethodModel method, SyncOperations operations) {
        if (ThreadHooks.areIn(internalName)) {
            return ThreadHooks.of(internalName, method);
        }
        return operations.isIn(method)
                ? Optional.of(new Body(ClassDesc.ofInternalName(internalName), method, operations))
                : Optional.empty();
    }

    /** The code of one method. */
    private static final class Body implements CodeTransform {
        private final ClassDesc owner;
        private final SyncOperations operations;
        private final boolean isSynchronized;
        private final boolean isStatic;
        private final boolean isConstructor;
        private Label begin;
        private Label end;

        Body(ClassDesc owner, MethodModel method, SyncOperations operations) {
            this.owner = owner;
            this.operations = operations;
            int flags = method.flags().flagsMask();
            this.isSynchronized = (flags & ClassFile.ACC_SYNCHRONIZED) != 0;
            this.isStatic = (flags & ClassFile.ACC_STATIC) != 0;
            this.isConstructor = method.methodName().equalsString("<init>");
        }

        private void loadMonitor(CodeBuilder code) {
            if (isStatic) {
                code.loadConstant(owner);
            } else {
                code.aload(0);
            }
        }

        private void release(CodeBuilder code) {
            loadMonitor(code);
            SyncOperations.release(code);
        }

        @Override
        public void atStart(CodeBuilder code) {
            if (isSynchronized) {
                loadMonitor(code);
                SyncOperations.acquire(code);
                begin = code.newBoundLabel();
                end = code.newLabel();
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (isSynchronized && element instanceof ReturnInstruction) {
                release(code);
            }
            operations.write(code, element, isConstructor);
        }

        @Override
        public void atEnd(CodeBuilder code) {
            if (isSynchronized) {
                code.labelBinding(end);
                Label handler = code.newBoundLabel();
                release(code);
                code.athrow();
                code.exceptionCatchAll(begin, end, handler);
            }
        }
    }
}
