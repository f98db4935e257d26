package twostoves.weaving;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import twostoves.evidence.LearnerPackages;

/** The classes of one submission, woven when first asked for. Safe for use by several threads. */
public final class LearnerClasses {

    private final ClassSource source;
    private final Weaver weaver;
    private final Map<String, Optional<byte[]>> woven = new ConcurrentHashMap<>();

    /**
     * Creates the classes of a submission.
     *
     * @param source where they are
     */
    public LearnerClasses(ClassSource source) {
        this.source = source;
        this.weaver = new Weaver(internalName -> source.find(internalName.replace('/', '.'))
                .map(bytes -> ClassFile.of().parse(bytes)));
    }

    /**
     * Finds a class as the learner's compiler wrote it.
     *
     * @param className its binary name
     * @return its bytes; empty if the submission has no such class
     */
    public Optional<byte[]> original(String className) {
        return LearnerPackages.contains(className) ? source.find(className) : Optional.empty();
    }

    /**
     * Finds the classes that make up a solution: a class and all of the submission's classes that it refers to, directly or
     * through others.
     *
     * @param className the binary name of the class to begin with
     * @return where each of them is, by binary name
     */
    public SortedMap<String, URL> reachableFrom(String className) {
        SortedMap<String, URL> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(className));
        while (!open.isEmpty()) {
            String next = open.remove();
            Optional<URL> location =
                    LearnerPackages.contains(next) && !found.containsKey(next) ? source.locate(next) : Optional.empty();
            location.ifPresent(url -> {
                found.put(next, url);
                open.addAll(referencesOf(next));
            });
        }
        return found;
    }

    /**
     * Tells where the classes of the submission begin.
     *
     * @param className the binary name of a class that the submission has
     * @return the address of the directory or jar, with a slash at its end, good for {@link ClassSource#below}
     */
    public URI rootOf(String className) {
        String location = source.locate(className).orElseThrow().toString();
        return URI.create(location.substring(0, location.length() - (className + ".class").length()));
    }

    private Set<String> referencesOf(String className) {
        Set<String> references = new HashSet<>();
        for (PoolEntry entry :
                ClassFile.of().parse(source.find(className).orElseThrow()).constantPool()) {
            if (entry instanceof ClassEntry reference) {
                references.add(reference.asInternalName().replace('/', '.'));
            }
        }
        return references;
    }

    Optional<byte[]> woven(String className) {
        Optional<byte[]> known = woven.get(className);
        if (known == null) {
            known = original(className).map(weaver::weave);
            woven.put(className, known);
        }
        return known;
    }
}
