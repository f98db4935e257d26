package twostoves.weaving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import twostoves.simulation.Simulation;

/** What woven classes call instead of the JDK's clocks and sleeps. The virtual clock begins at the epoch. */
public final class Clocks {

    private Clocks() {}

    /** {@link System#nanoTime()}. */
    public static long nanoTime() {
        return Hooks.simulation().now();
    }

    /** {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime());
    }

    /** {@link Instant#now()}. */
    public static Instant now() {
        return Instant.EPOCH.plusNanos(nanoTime());
    }

    private static final class VirtualClock extends Clock {
        private final ZoneId zone;

        VirtualClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return system(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }

    /** {@link Clock#system(ZoneId)}. */
    public static Clock system(ZoneId zone) {
        return new VirtualClock(zone);
    }

    /** {@link Clock#systemUTC()}. */
    public static Clock systemUTC() {
        return system(ZoneOffset.UTC);
    }

    /** {@link InstantSource#system()}. */
    public static InstantSource system() {
        return systemUTC();
    }

    /** {@link Clock#systemDefaultZone()}. */
    public static Clock systemDefaultZone() {
        return system(ZoneId.systemDefault());
    }

    /** {@link Clock#tickMillis(ZoneId)}. */
    public static Clock tickMillis(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofMillis(1));
    }

    /** {@link Clock#tickSeconds(ZoneId)}. */
    public static Clock tickSeconds(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofSeconds(1));
    }

    /** {@link Clock#tickMinutes(ZoneId)}. */
    public static Clock tickMinutes(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofMinutes(1));
    }

    /** {@link LocalTime#now()}. */
    public static LocalTime localTime() {
        return LocalTime.now(systemDefaultZone());
    }

    /** {@link LocalTime#now(ZoneId)}. */
    public static LocalTime localTime(ZoneId zone) {
        return LocalTime.now(system(zone));
    }

    /** {@link LocalDate#now()}. */
    public static LocalDate localDate() {
        return LocalDate.now(systemDefaultZone());
    }

    /** {@link LocalDate#now(ZoneId)}. */
    public static LocalDate localDate(ZoneId zone) {
        return LocalDate.now(system(zone));
    }

    /** {@link LocalDateTime#now()}. */
    public static LocalDateTime localDateTime() {
        return LocalDateTime.now(systemDefaultZone());
    }

    /** {@link LocalDateTime#now(ZoneId)}. */
    public static LocalDateTime localDateTime(ZoneId zone) {
        return LocalDateTime.now(system(zone));
    }

    /** {@link ZonedDateTime#now()}. */
    public static ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now(systemDefaultZone());
    }

    /** {@link ZonedDateTime#now(ZoneId)}. */
    public static ZonedDateTime zonedDateTime(ZoneId zone) {
        return ZonedDateTime.now(system(zone));
    }

    /** {@link OffsetDateTime#now()}. */
    public static OffsetDateTime offsetDateTime() {
        return OffsetDateTime.now(systemDefaultZone());
    }

    /** {@link OffsetDateTime#now(ZoneId)}. */
    public static OffsetDateTime offsetDateTime(ZoneId zone) {
        return OffsetDateTime.now(system(zone));
    }

    /** {@link Thread#sleep(long)}. */
    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, 0);
    }

    /** {@link Thread#sleep(long, int)}. */
    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        sleep(Duration.ofMillis(millis).plusNanos(nanos));
    }

    /** {@link Thread#sleep(Duration)}. */
    public static void sleep(Duration time) throws InterruptedException {
        Hooks.simulation().sleep(time);
    }

    /** {@link TimeUnit#sleep(long)}. */
    public static void sleep(TimeUnit unit, long time) throws InterruptedException {
        sleep(Duration.ofNanos(unit.toNanos(time)));
    }

    /** {@link LockSupport#park()}. */
    public static void park() {
        LockSupport.park();
        endIfLeftBehind();
    }

    /** {@link LockSupport#park(Object)}. */
    public static void park(Object blocker) {
        LockSupport.park(blocker);
        endIfLeftBehind();
    }

    /**
     * Interrupted with all that its run has left behind, a thread that parks in a loop would come back at once for ever:
     * nothing else would end the loop.
     */
    private static void endIfLeftBehind() {
        Hooks.simulation().endIfLeftBehind();
    }

    /** {@link LockSupport#parkNanos(long)}. */
    public static void parkNanos(long nanos) {
        Simulation simulation = Hooks.simulation();
        Thread parked = Thread.currentThread();
        Simulation.Timer timer = simulation.after(Duration.ofNanos(nanos), () -> LockSupport.unpark(parked));
        LockSupport.park();
        timer.cancel();
        endIfLeftBehind();
    }

    /** {@link LockSupport#parkNanos(Object, long)}. */
    public static void parkNanos(Object blocker, long nanos) {
        parkNanos(nanos);
    }

    /** {@link LockSupport#parkUntil(long)}. */
    public static void parkUntil(long deadline) {
        parkNanos(untilEpochMillis(deadline));
    }

    /** {@link LockSupport#parkUntil(Object, long)}. */
    public static void parkUntil(Object blocker, long deadline) {
        parkUntil(deadline);
    }

    /** The nanoseconds until a time of the virtual clock in milliseconds; not positive if it has come. */
    static long untilEpochMillis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(millis, 0)) - nanoTime();
    }
}
