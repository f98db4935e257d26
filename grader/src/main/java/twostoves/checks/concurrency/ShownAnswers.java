package twostoves.checks.concurrency;

import java.util.List;
import java.util.Optional;
import twostoves.checks.Endings;
import twostoves.checks.concurrency.Typing.Query;
import twostoves.checks.concurrency.Typing.Shown;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.simulation.Run;

/** What is demanded of the answers that a search box has shown. */
final class ShownAnswers {

    private ShownAnswers() {}

    /** Demands that each query was sent once. */
    static void demandEachAskedOnce(Typing typing, Run<?> run) {
        for (Query query : typing.queries()) {
            long asked = run.timeline().spans().stream()
                    .filter(span -> span.label().equals(query.path()))
                    .count();
            if (asked != 1) {
                throw CheckFailure.proven(
                        asked > 1 ? Diagnosis.FETCHED_TWICE : Diagnosis.WRONG_VALUES,
                        "\"" + query.text() + "\" was typed once, and you asked the service for " + query.path() + " "
                                + (asked == 0 ? "not at all." : asked + " times."));
            }
        }
    }

    /** Demands that whatever was shown is the answer to a query, and that none was shown twice. */
    static void demandAnswersOnly(Typing typing) {
        for (Shown shown : typing.shown()) {
            if (shown.query().isEmpty()) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "You have shown \"" + shown.text() + "\", which is no answer of the service.");
            }
            long times = typing.shown().stream()
                    .filter(other -> other.query().equals(shown.query()))
                    .count();
            if (times > 1) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "The answer to \"" + shown.query().get().text() + "\" was shown " + times + " times.");
            }
        }
    }

    /** Demands that every answer was shown that nothing newer had overtaken. */
    static void demandAllDue(Typing typing) {
        missing(typing).ifPresent(query -> {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "\"" + query.text() + "\" was typed at " + at(query)
                            + " and answered, and its answer was never shown.");
        });
    }

    /** The first query whose answer should have been shown and was not. */
    static Optional<Query> missing(Typing typing) {
        return typing.due().stream()
                .filter(query -> shown(typing, query).isEmpty())
                .findFirst();
    }

    private static Optional<Shown> shown(Typing typing, Query query) {
        return typing.shown().stream()
                .filter(shown -> shown.query().filter(query::equals).isPresent())
                .findFirst();
    }

    /** Demands that no answer was shown after one to a newer query. */
    static void demandNewestLast(Typing typing, Picture picture) {
        Query newest = typing.queries().getFirst();
        for (Shown shown : typing.shown()) {
            Query query = shown.query().orElseThrow();
            if (query.at().compareTo(newest.at()) < 0) {
                throw CheckFailure.proven(
                                Diagnosis.STALE_ANSWER,
                                "\"" + newest.text() + "\" was typed after \"" + query.text()
                                        + "\", and its answer was shown; at " + Times.ofNanos(shown.at())
                                        + " the answer to \"" + query.text() + "\" has replaced it.")
                        .showing(picture);
            }
            newest = query;
        }
    }

    /** Demands that the answer to the last query was shown when it arrived, if the query was sent at once. */
    static void demandInTime(Typing typing, Run<?> run, String caption) {
        Query last = typing.queries().getLast();
        Optional<Shown> shown = shown(typing, last);
        long due = last.arrival().toNanos();
        if (shown.filter(it -> it.at() == due).isPresent()) {
            return;
        }
        List<Span> spans = run.timeline().spans();
        Optional<Span> own =
                spans.stream().filter(span -> span.label().equals(last.path())).findFirst();
        String when = "The newest query was typed at " + at(last) + ", and "
                + (own.isEmpty()
                        ? "it was never sent"
                        : own.get().start() > last.at().toNanos()
                                ? "it was sent only at "
                                        + Times.ofNanos(own.get().start())
                                : "its answer, which arrived at " + Times.ofNanos(due) + ", was "
                                        + shown.map(it -> "shown only at " + Times.ofNanos(it.at()))
                                                .orElse("never shown"));
        if (own.filter(span -> span.start() == last.at().toNanos()).isPresent()) {
            throw CheckFailure.measured(Diagnosis.UNNAMED_FAILURE, when + ".").showing(Endings.picture(run, caption));
        }
        List<ThreadIdentity> threads =
                spans.stream().map(Span::thread).distinct().toList();
        long before = spans.stream()
                .filter(span -> span.start() < last.at().toNanos()
                        && span.end() >= last.at().toNanos())
                .count();
        if (before == 0 || own.isPresent() && threads.size() == spans.size()) {
            throw CheckFailure.measured(
                            Diagnosis.TOO_FEW_IN_FLIGHT, when + ", although no thread was missing to send it.")
                    .showing(Endings.picture(run, caption));
        }
        Diagnosis diagnosis = threads.size() == 1
                ? Diagnosis.SEQUENTIAL
                : threads.stream().allMatch(ThreadIdentity::isVirtual)
                        ? Diagnosis.POOLED_VIRTUAL_THREADS
                        : Diagnosis.POOL_TOO_SMALL;
        throw CheckFailure.measured(
                        diagnosis,
                        when + ": on " + threads.size() + (threads.size() == 1 ? " thread, " : " threads, ") + before
                                + (before == 1 ? " older request was" : " older requests were")
                                + " still on the way.")
                .showing(Endings.picture(run, caption));
    }

    private static String at(Query query) {
        return Times.ofNanos(query.at().toNanos());
    }
}
