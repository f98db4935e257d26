package twostoves.racewatch;

import java.text.Format;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.regex.Matcher;

/** Which objects of the JDK are safe for use by several threads, and which say that they are not. */
final class SharedObjects {

    private SharedObjects() {}

    /** Objects that several threads may use only if something keeps them apart. */
    static boolean isUnsafe(Object object) {
        Class<?> type = object.getClass();
        if (type.getClassLoader() != null) {
            return false;
        }
        return isUnsafeCollection(type)
                || type == StringBuilder.class
                || type == StringJoiner.class
                || type == Matcher.class
                || type == SplittableRandom.class
                || object instanceof Format
                || object instanceof Calendar;
    }

    private static boolean isUnsafeCollection(Class<?> type) {
        return type == ArrayList.class
                || type == HashMap.class
                || type == LinkedHashMap.class
                || type == TreeMap.class
                || type == HashSet.class
                || type == LinkedHashSet.class
                || type == TreeSet.class
                || type == ArrayDeque.class
                || type == LinkedList.class
                || type == PriorityQueue.class
                || type == BitSet.class
                || type == IdentityHashMap.class
                || type == EnumMap.class
                || type == WeakHashMap.class;
    }

    /** Objects each call of which is whole, so that only what lies between two calls can go wrong. */
    static boolean isSafe(Object object) {
        String name = object.getClass().getName();
        return name.startsWith("java.util.concurrent.")
                || name.startsWith("java.util.Collections$Synchronized")
                || name.equals("java.util.Vector")
                || name.equals("java.util.Hashtable")
                || name.equals("java.lang.StringBuffer");
    }
}
