package twostoves.sharing.catalogue.right;

import static twostoves.sharing.catalogue.Steps.*;

import java.text.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Concurrent collections, and plain ones that something protects. */
public final class CollectionPrograms {

    private CollectionPrograms() {}

    /** A concurrent map counts. */
    public static final class Merge implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
            together(3, number -> {
                for (String dish : List.of("soup", "bread", "soup")) {
                    counts.merge(dish, 1, Integer::sum);
                }
            });
            demand(counts.get("soup") == 6 && counts.get("bread") == 3);
        }
    }

    /** A list that changes only inside compute. */
    public static final class ComputeMutable implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, List<Integer>> lists = new ConcurrentHashMap<>();
            together(
                    3,
                    number -> lists.compute("soup", (dish, list) -> {
                        List<Integer> known = list == null ? new ArrayList<>() : list;
                        known.add(number);
                        return known;
                    }));
            demand(lists.get("soup").size() == 3);
        }
    }

    /** Who finds a value in a concurrent map knows what was written before it was put. */
    public static final class PublishedByMap implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, Box> boxes = new ConcurrentHashMap<>();
            Box told = new Box();
            Thread reader = start(() -> {
                Box seen = boxes.get("soup");
                while (seen == null) {
                    Thread.onSpinWait();
                    seen = boxes.get("soup");
                }
                told.value = seen.value;
            });
            Box box = new Box();
            box.value = 8;
            boxes.put("soup", box);
            reader.join();
            demand(told.value == 8);
        }
    }

    /** Synchronised lists in a concurrent map. */
    public static final class SynchronizedLists implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, List<Integer>> lists = new ConcurrentHashMap<>();
            together(
                    3,
                    number -> lists.computeIfAbsent("soup", dish -> Collections.synchronizedList(new ArrayList<>()))
                            .add(number));
            demand(lists.get("soup").size() == 3);
        }
    }

    /** A sorted concurrent map publishes what is put. */
    public static final class SkipList implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentSkipListMap<Integer, Box> boxes = new ConcurrentSkipListMap<>();
            together(3, number -> {
                Box box = new Box();
                box.value = number;
                boxes.put(number, box);
                for (Box seen : boxes.values()) {
                    demand(seen.value >= 0);
                }
            });
            demand(boxes.size() == 3);
        }
    }

    /** A list that is copied at every change. */
    public static final class CopyOnWrite implements Program {
        @Override
        public void run() throws Exception {
            CopyOnWriteArrayList<Box> boxes = new CopyOnWriteArrayList<>();
            together(3, number -> {
                Box box = new Box();
                box.value = number;
                boxes.add(box);
                for (Box seen : boxes) {
                    demand(seen.value >= 0);
                }
            });
            demand(boxes.size() == 3);
        }
    }

    /** A vector, a hashtable and a string buffer. */
    public static final class OldCollections implements Program {
        @Override
        public void run() throws Exception {
            Vector<Integer> vector = new Vector<>();
            Hashtable<Integer, Integer> table = new Hashtable<>();
            StringBuffer buffer = new StringBuffer();
            together(3, number -> {
                vector.add(number);
                table.put(number, number);
                buffer.append(number);
            });
            demand(vector.size() == 3 && table.size() == 3 && buffer.length() == 3);
        }
    }

    /** A copy that is made under the lock of the map. */
    public static final class SnapshotUnderLock implements Program {
        @Override
        public void run() throws Exception {
            Map<String, Integer> counts = new HashMap<>();
            together(3, number -> {
                synchronized (counts) {
                    counts.merge("soup", 1, Integer::sum);
                }
                Map<String, Integer> copy;
                synchronized (counts) {
                    copy = new HashMap<>(counts);
                }
                demand(copy.get("soup") >= 1);
                copy.clear();
            });
            demand(counts.get("soup") == 3);
        }
    }

    /** Each thread has elements of its own. */
    public static final class SlotsOfAnArray implements Program {
        @Override
        public void run() throws Exception {
            int[] slots = new int[8];
            together(4, number -> {
                slots[number] = number;
                slots[number + 4] = number;
            });
            int sum = 0;
            for (int slot : slots) {
                sum += slot;
            }
            demand(sum == 12);
        }
    }

    /** Each thread replaces elements of its own in a list that is long enough. */
    public static final class SlotsOfAList implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> slots = new ArrayList<>(Collections.nCopies(4, 0));
            together(4, number -> slots.set(number, number));
            demand(slots.stream().mapToInt(Integer::intValue).sum() == 6);
        }
    }

    /** Each thread replaces the value of a key of its own; two of the keys have the same hash. */
    public static final class EntriesOfAMap implements Program {
        @Override
        public void run() throws Exception {
            Map<String, Integer> counts = new HashMap<>();
            String[] keys = {"Aa", "BB", "soup"};
            for (String key : keys) {
                counts.put(key, 0);
            }
            together(3, number -> {
                counts.put(keys[number], counts.get(keys[number]) + 1);
                counts.merge(keys[number], 1, Integer::sum);
            });
            demand(counts.values().stream().mapToInt(Integer::intValue).sum() == 6);
        }
    }

    /** Everything is filled before the threads start, and only read then. */
    public static final class ReadByAll implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            Map<String, Integer> map = new HashMap<>(Map.of("soup", 1));
            together(3, number -> {
                int sum = 0;
                for (int item : list) {
                    sum += item;
                }
                demand(sum == 6 && map.get("soup") == 1 && List.copyOf(list).size() == 3);
            });
        }
    }

    /** Each thread has a date format of its own. */
    public static final class FormatForEachThread implements Program {
        @Override
        public void run() throws Exception {
            ThreadLocal<SimpleDateFormat> own = ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy"));
            together(3, number -> demand(own.get().format(new Date(0)).length() == 4));
        }
    }

    /** A string builder that goes to a thread and comes back. */
    public static final class BuilderThatComesBack implements Program {
        @Override
        public void run() throws Exception {
            StringBuilder text = new StringBuilder("a");
            Thread thread = start(() -> {
                System.out.println("said on the way");
                text.append("b");
            });
            thread.join();
            demand(text.append("c").length() == 3);
        }
    }

    /** A reference to a method that the collection's class inherits, of an object that one thread has after the other. */
    public static final class InheritedMethodReference implements Program {
        @Override
        public void run() throws Exception {
            LinkedHashMap<String, Integer> map = new LinkedHashMap<>();
            map.put("soup", 1);
            Predicate<String> known = map::containsKey;
            Thread reading = start(() -> demand(known.test("soup") && !known.test("bread")));
            reading.join();
            map.put("bread", 2);
            demand(known.test("bread"));
        }
    }
}
