package twostoves.racewatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The class files around those that are rewritten, asked for what a class file does not say of others. */
final class ClassFiles {

    private static final int VOLATILE = ClassFile.ACC_VOLATILE;

    private final Function<String, Optional<byte[]>> source;
    private final Map<String, Optional<Outline>> outlines = new HashMap<>();
    private final ClassFile format;

    /**
     * Creates the surroundings.
     *
     * @param source finds class files by their internal name
     */
    ClassFiles(Function<String, Optional<byte[]>> source) {
        this.source = source;
        this.format = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(this::stream)
                        .orElse(ClassHierarchyResolver.defaultResolver())
                        .cached()));
    }

    /** Those that a loader finds; null for the boot loader. */
    static ClassFiles of(ClassLoader loader) {
        ClassLoader finder = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        return new ClassFiles(name -> read(finder, name));
    }

    static Optional<byte[]> read(ClassLoader loader, String internalName) {
        try (InputStream in = loader.getResourceAsStream(internalName.concat(".class"))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private InputStream stream(ClassDesc type) {
        String descriptor = type.descriptorString();
        return source.apply(descriptor.substring(1, descriptor.length() - 1))
                .map(ByteArrayInputStream::new)
                .orElse(null);
    }

    ClassFile format() {
        return format;
    }

    /** What is declared in a class. */
    private record Outline(Map<String, Integer> fields, Map<String, Deed> deeds, Optional<String> superclass) {

        static Outline of(byte[] bytes) {
            ClassModel model = ClassFile.of().parse(bytes);
            Map<String, Integer> fields = new HashMap<>();
            for (FieldModel field : model.fields()) {
                fields.put(field.fieldName().stringValue(), field.flags().flagsMask());
            }
            Map<String, Deed> deeds = new HashMap<>();
            for (MethodModel method : model.methods()) {
                deedOf(method)
                        .ifPresent(deed -> deeds.put(
                                method.methodName().stringValue()
                                        + method.methodType().stringValue(),
                                deed));
            }
            return new Outline(fields, deeds, model.superclass().map(superclass -> superclass.asInternalName()));
        }

        private static Optional<Deed> deedOf(MethodModel method) {
            return method.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                    .flatMap(attribute -> attribute.annotations().stream())
                    .flatMap(annotation -> switch (annotation.className().stringValue()) {
                        case "Ltwostoves/kit/Reads;" -> Optional.of(Deed.READ).stream();
                        case "Ltwostoves/kit/Changes;" -> Optional.of(Deed.WRITE).stream();
                        default -> Optional.<Deed>empty().stream();
                    })
                    .findFirst();
        }
    }

    private synchronized Optional<Outline> outline(String internalName) {
        Optional<Outline> known = outlines.get(internalName);
        if (known == null) {
            known = source.apply(internalName).map(Outline::of);
            outlines.put(internalName, known);
        }
        return known;
    }

    /** The access flags of a field that a class declares or inherits from its superclasses; empty if it is not found. */
    Optional<Integer> fieldFlags(String owner, String name) {
        Optional<Outline> outline = outline(owner);
        while (outline.isPresent()) {
            Integer flags = outline.get().fields().get(name);
            if (flags != null) {
                return Optional.of(flags);
            }
            outline = outline.get().superclass().flatMap(this::outline);
        }
        return Optional.empty();
    }

    boolean isVolatile(String owner, String name) {
        return fieldFlags(owner, name).filter(flags -> (flags & VOLATILE) != 0).isPresent();
    }

    /** What a method of the kit says that it does to its object. */
    Optional<Deed> deedOf(String owner, String nameAndType) {
        return outline(owner).map(outline -> outline.deeds().get(nameAndType));
    }
}
