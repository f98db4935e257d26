package twostoves.report;

import java.math.BigDecimal;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;

/**
 * A stretch of virtual time in which one thread waited or computed, as reported.
 *
 * @param label what it was for, as the learner would name it: a path, a number
 * @param item the index or number of the item it was for
 * @param kind waiting or computing
 * @param thread the thread's name, unlike that of any other thread in the timeline
 * @param threadKind what kind of thread it is
 * @param virtual whether that is a virtual thread
 * @param start virtual milliseconds since the run began
 * @param end virtual milliseconds since the run began
 * @param ending how it ended
 */
public record ReportedSpan(
        String label,
        long item,
        Span.Activity kind,
        String thread,
        ThreadIdentity.Kind threadKind,
        boolean virtual,
        BigDecimal start,
        BigDecimal end,
        Span.Ending ending) {

    /** Creates a reported span; whole milliseconds lose their fraction. */
    public ReportedSpan {
        start = Millis.normalized(start);
        end = Millis.normalized(end);
    }

    static ReportedSpan of(Span span, String threadName) {
        return new ReportedSpan(
                Excerpt.ofName(span.label()),
                span.item(),
                span.activity(),
                threadName,
                span.thread().kind(),
                span.thread().isVirtual(),
                Millis.ofNanos(span.start()),
                Millis.ofNanos(span.end()),
                span.ending());
    }
}
