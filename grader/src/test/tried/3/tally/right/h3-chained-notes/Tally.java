// Idea: a stack of notes pushed with a variable handle in release mode and read in acquire mode.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class Tally implements TallyContract {

    private static void check(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n: " + n);
        }
    }

    private static final class Note {
        final String dish; final long n; Note under;
        Note(String dish, long n) { this.dish = dish; this.n = n; }
    }
    private static final java.lang.invoke.VarHandle TOP;
    static {
        try { TOP = java.lang.invoke.MethodHandles.lookup().findVarHandle(Tally.class, "top", Note.class); }
        catch (ReflectiveOperationException e) { throw new ExceptionInInitializerError(e); }
    }
    private Note top;
    public void add(String dish, long n) {
        check(dish, n);
        Note note = new Note(dish, n);
        do { note.under = (Note) TOP.getOpaque(this); } while (!TOP.weakCompareAndSet(this, note.under, note));
    }
    private Note newest() { return (Note) TOP.getAcquire(this); }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        long sum = 0;
        for (Note x = newest(); x != null; x = x.under) { if (x.dish.equals(dish)) { sum += x.n; } }
        return sum;
    }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (Note x = newest(); x != null; x = x.under) { copy.merge(x.dish, x.n, Long::sum); }
        return copy;
    }
}
