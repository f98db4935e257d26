package twostoves.racewatch;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What methods of the JDK do to the object they are called on, and to collections that they are given. */
final class Calls {

    private static final Set<String> READING = Set.of(
            ("get getOrDefault contains containsKey containsValue containsAll size isEmpty iterator listIterator forEach"
                            + " stream parallelStream indexOf lastIndexOf peek peekFirst peekLast element getFirst getLast"
                            + " first last keySet values entrySet toArray firstKey lastKey firstEntry lastEntry floor"
                            + " ceiling higher lower floorKey ceilingKey higherKey lowerKey floorEntry ceilingEntry"
                            + " higherEntry lowerEntry headMap tailMap subMap headSet tailSet subSet subList length charAt"
                            + " substring toString cardinality nextSetBit nextClearBit reversed descendingIterator"
                            + " descendingMap descendingSet spliterator clone equals hashCode")
                    .split(" "));

    private static final Set<String> CHANGING = Set.of(
            ("add addAll addFirst addLast put putAll putFirst putLast remove removeAll removeIf removeFirst removeLast"
                            + " removeFirstOccurrence removeLastOccurrence retainAll clear set replaceAll poll pollFirst"
                            + " pollLast pop push offer offerFirst offerLast sort append appendCodePoint insert setLength"
                            + " setCharAt deleteCharAt delete replace reverse flip and or xor andNot pollFirstEntry"
                            + " pollLastEntry ensureCapacity trimToSize")
                    .split(" "));

    private static final Set<String> CHANGING_A_KEY =
            Set.of("put", "merge", "compute", "computeIfPresent", "replace", "putIfAbsent", "computeIfAbsent");

    private static final Set<String> READING_A_KEY = Set.of("get", "getOrDefault", "containsKey");

    private static final Set<String> COLLECTIONS_CHANGING =
            Set.of("sort", "reverse", "shuffle", "swap", "fill", "rotate", "addAll", "replaceAll");

    private static final Set<String> COLLECTIONS_READING =
            Set.of("max", "min", "frequency", "binarySearch", "indexOfSubList", "disjoint", "list");

    private static final Set<String> TAKING_ALL = Set.of("addAll", "putAll", "containsAll", "removeAll", "retainAll");

    private static final List<String> CONTAINERS = List.of(
            "Ljava/util/Collection;",
            "Ljava/util/List;",
            "Ljava/util/Set;",
            "Ljava/util/SortedSet;",
            "Ljava/util/Map;",
            "Ljava/util/SortedMap;",
            "Ljava/lang/Iterable;");

    private static final String MAP_INTERFACES = "Map";

    private Calls() {}

    /** Whether calls of a class may be calls of an object that is shared. */
    static boolean areWatched(String owner) {
        return owner.equals("java/lang/StringBuilder")
                || owner.equals("java/lang/StringBuffer")
                || owner.startsWith("java/text/")
                || owner.equals("java/util/concurrent/locks/Condition")
                || owner.startsWith("java/util/")
                        && !owner.startsWith("java/util/function/")
                        && !owner.startsWith("java/util/stream/")
                        && !owner.startsWith("java/util/concurrent/locks/");
    }

    /** What a method does to its object, if that is not safe to share. */
    static Deed deed(String owner, String name, MethodTypeDesc type) {
        if (owner.startsWith("java/text/")
                || owner.equals("java/util/regex/Matcher")
                || owner.equals("java/util/Calendar")) {
            return Deed.WRITE; // also to format, to match or to ask for a field changes them
        }
        if (owner.equals("java/util/SplittableRandom") || owner.equals("java/util/random/RandomGenerator")) {
            return name.startsWith("next") || name.startsWith("split") ? Deed.WRITE : Deed.NONE;
        }
        boolean takesObject =
                type.parameterCount() > 0 && !type.parameterType(0).isPrimitive();
        boolean ofMap = owner.contains(MAP_INTERFACES);
        if (takesObject && ofMap && CHANGING_A_KEY.contains(name)) {
            return Deed.WRITE_KEY;
        }
        if (takesObject && ofMap && READING_A_KEY.contains(name)) {
            return Deed.READ_KEY;
        }
        if (name.equals("get") && type.descriptorString().equals("(I)Ljava/lang/Object;")) {
            return Deed.READ_AT;
        }
        if (name.equals("set") && type.descriptorString().startsWith("(ILjava/lang/Object;)")) {
            return Deed.WRITE_AT;
        }
        if (CHANGING.contains(name)) {
            return Deed.WRITE;
        }
        return READING.contains(name) ? Deed.READ : Deed.NONE;
    }

    /**
     * A collection among the arguments of a call, and what becomes of it.
     *
     * @param argument its index
     * @param deed what the method does to it
     */
    record Passed(int argument, Deed deed) {}

    /** Which argument of a call is a collection that the method walks through or changes. */
    static Optional<Passed> passed(String owner, String name, MethodTypeDesc type) {
        if (owner.equals("java/lang/String") && name.equals("join")) {
            return container(type, 1).map(index -> new Passed(index, Deed.READ));
        }
        if (!owner.startsWith("java/util/")) {
            return Optional.empty();
        }
        boolean reads = name.equals("<init>") && type.parameterCount() == 1
                || name.equals("copyOf")
                || TAKING_ALL.contains(name) && !owner.equals("java/util/Collections")
                || owner.equals("java/util/Collections") && COLLECTIONS_READING.contains(name);
        boolean changes = owner.equals("java/util/Collections") && COLLECTIONS_CHANGING.contains(name);
        return reads || changes
                ? container(type, 0).map(index -> new Passed(index, changes ? Deed.WRITE : Deed.READ))
                : Optional.empty();
    }

    private static Optional<Integer> container(MethodTypeDesc type, int index) {
        return type.parameterCount() > index
                        && CONTAINERS.contains(type.parameterType(index).descriptorString())
                ? Optional.of(index)
                : Optional.empty();
    }

    /** The name of a method for people: {@code ArrayList.add}. */
    static String told(ClassDesc owner, String method) {
        return MemberName.of(owner, method);
    }
}
