package twostoves.sharing.catalogue.race;

import static twostoves.sharing.catalogue.Steps.*;

import java.text.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
import twostoves.contract.Program;

/** Objects that are not made for several threads, used by several. */
public final class ObjectRaces {

    private ObjectRaces() {}

    /** An ArrayList that all add to. */
    public static final class ListOfSeveral implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = new ArrayList<>();
            together(3, list::add);
        }
    }

    /** A StringBuilder that all append to. */
    public static final class TextOfSeveral implements Program {
        @Override
        public void run() throws Exception {
            StringBuilder text = new StringBuilder();
            together(3, number -> text.append("x"));
        }
    }

    /** A HashMap that virtual threads put into. */
    public static final class MapOfVirtualThreads implements Program {
        @Override
        public void run() throws Exception {
            Map<Integer, Integer> map = new HashMap<>();
            virtually(4, number -> map.put(number, number));
        }
    }

    /** The map is safe, the lists in it are not. */
    public static final class ListInsideConcurrentMap implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, List<Integer>> lists = new ConcurrentHashMap<>();
            together(
                    3,
                    number -> lists.computeIfAbsent("soup", dish -> new ArrayList<>())
                            .add(number));
        }
    }

    /** Writers lock, the reader does not. */
    public static final class ReadWithoutLock implements Program {
        @Override
        public void run() throws Exception {
            Lock lock = new ReentrantLock();
            Map<Integer, Integer> map = new HashMap<>();
            Thread writer = start(() -> {
                lock.lock();
                try {
                    map.put(1, 1);
                } finally {
                    lock.unlock();
                }
            });
            Thread reader = start(() -> map.get(1));
            writer.join();
            reader.join();
        }
    }

    /** Several stages add to one list. */
    public static final class StagesIntoList implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = new ArrayList<>();
            CompletableFuture<?>[] stages = new CompletableFuture<?>[4];
            for (int i = 0; i < 4; i++) {
                int number = i;
                stages[i] = CompletableFuture.runAsync(() -> list.add(number));
            }
            CompletableFuture.allOf(stages).join();
        }
    }

    /** The identity of a reduction is changed. */
    public static final class ReduceIntoOneList implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> numbers = IntStream.range(0, 16).boxed().toList();
            numbers.parallelStream()
                    .reduce(
                            new ArrayList<Integer>(),
                            (list, number) -> {
                                list.add(number);
                                return list;
                            },
                            (left, right) -> left);
        }
    }

    /** A parallel stream that puts into a HashMap. */
    public static final class StreamIntoMap implements Program {
        @Override
        public void run() throws Exception {
            Map<Integer, Integer> map = new HashMap<>();
            IntStream.range(0, 16).parallel().forEach(i -> map.put(i, i));
        }
    }

    /** A parallel stream that adds to an ArrayList, by a method reference. */
    public static final class StreamIntoList implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = new ArrayList<>();
            IntStream.range(0, 16).parallel().forEach(list::add);
        }
    }

    /** A filter that remembers what it has seen. */
    public static final class StatefulFilter implements Program {
        @Override
        public void run() throws Exception {
            Set<Integer> seen = new HashSet<>();
            List.of(1, 1, 2, 2, 3, 3, 4, 4).parallelStream().filter(seen::add).toList();
        }
    }

    /** One walks through a list while another adds. */
    public static final class WalkWhileAdding implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = new ArrayList<>(List.of(1, 2));
            Thread thread = start(() -> list.add(3));
            int sum = 0;
            try {
                for (int item : list) {
                    sum += item;
                }
            } catch (ConcurrentModificationException seen) {
                sum = 3;
            }
            thread.join();
            demand(sum >= 3);
        }
    }

    /** A copy of a map is made while others put. */
    public static final class CopyWithoutLock implements Program {
        @Override
        public void run() throws Exception {
            Map<String, Integer> counts = new HashMap<>();
            Thread writer = start(() -> {
                synchronized (counts) {
                    counts.put("soup", 1);
                }
            });
            Map<String, Integer> copy = new HashMap<>(counts);
            writer.join();
            demand(copy.size() <= 1);
        }
    }

    /** The same with copyOf. */
    public static final class UnmodifiableCopyWithoutLock implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> items = new ArrayList<>();
            Thread writer = start(() -> {
                synchronized (items) {
                    items.add(1);
                }
            });
            List<Integer> copy = List.copyOf(items);
            writer.join();
            demand(copy.size() <= 1);
        }
    }

    /** Two threads replace the value of one key. */
    public static final class SameEntry implements Program {
        @Override
        public void run() throws Exception {
            Map<String, Integer> counts = new HashMap<>();
            counts.put("soup", 0);
            together(2, number -> counts.put("soup", counts.get("soup") + 1));
        }
    }

    /** A date format for all. */
    public static final class SharedFormat implements Program {
        @Override
        public void run() throws Exception {
            SimpleDateFormat format = new SimpleDateFormat("yyyy");
            together(2, number -> demand(!format.format(new Date(0)).isEmpty()));
        }
    }

    /** A generator of random numbers that is not made for several threads. */
    public static final class SharedGenerator implements Program {
        @Override
        public void run() throws Exception {
            SplittableRandom random = new SplittableRandom(1);
            together(2, number -> demand(random.nextInt() != random.nextInt() + 1));
        }
    }
}
