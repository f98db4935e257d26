package twostoves.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;

/**
 * Writes a report as Surefire writes the results of tests, for Artemis, GitLab, uhafner's actions and whatever else reads
 * that.
 *
 * <p>All checks are in one suite, and each is named by its ids, such as {@code fetch-all/all-in-flight-together}: a
 * platform may take the name for the key of a rubric, so it must neither change nor depend on what else was graded. No
 * check is skipped, since uhafner's actions leave skipped tests out of the sum: one that was not reached fails, and says
 * so. What costs the learner nothing passes, with a note in its output.
 *
 * @see <a href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">Surefire's schema</a>
 */
final class JUnitXml {

    private static final String SUITE = "Two Stoves";
    private static final int WIDTH = 80;
    private static final int LONGEST = 4_000;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(Report report) {
        try {
            JUnitXml document = new JUnitXml();
            document.suite(report);
            return document.text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
    }

    private void suite(Report report) throws XMLStreamException {
        List<Verdict> verdicts = Verdict.of(report);
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("time", seconds(report.durationMs()));
        xml.writeAttribute("tests", String.valueOf(verdicts.size()));
        xml.writeAttribute("errors", count(verdicts, Outcome.ERROR));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("failures", count(verdicts, Outcome.FAILURE));
        xml.writeAttribute("timestamp", report.startedAt().toString());
        properties(report);
        for (Verdict verdict : verdicts) {
            testcase(verdict);
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private enum Outcome {
        SUCCESS,
        FAILURE,
        ERROR;

        private static Outcome of(Verdict verdict) {
            if (verdict.passed()) {
                return SUCCESS;
            }
            return verdict.check().status() == CheckResult.Status.ERROR ? ERROR : FAILURE;
        }
    }

    private static String count(List<Verdict> verdicts, Outcome wanted) {
        return String.valueOf(verdicts.stream()
                .filter(verdict -> Outcome.of(verdict) == wanted)
                .count());
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    private void properties(Report report) throws XMLStreamException {
        line(1);
        xml.writeStartElement("properties");
        property("submission", report.submission());
        property("score", String.valueOf(report.score()));
        property("maxScore", String.valueOf(report.maxScore()));
        property("seed", String.valueOf(report.seed()));
        property("grader", report.graderVersion());
        property("java", report.java());
        line(1);
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        line(2);
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", VisibleText.inOneLine(value));
    }

    private void testcase(Verdict verdict) throws XMLStreamException {
        Outcome outcome = Outcome.of(verdict);
        line(1);
        if (outcome == Outcome.SUCCESS && verdict.check().status() == CheckResult.Status.PASSED) {
            xml.writeEmptyElement("testcase");
            names(verdict);
            return;
        }
        xml.writeStartElement("testcase");
        names(verdict);
        line(2);
        switch (outcome) {
            case SUCCESS -> element("system-out", verdict.explanation(LONGEST));
            case FAILURE -> problem("failure", verdict);
            case ERROR -> problem("error", verdict);
        }
        line(1);
        xml.writeEndElement();
    }

    private void names(Verdict verdict) throws XMLStreamException {
        String file = verdict.exercise().file();
        String root = "src/main/java/";
        String className = file.substring(file.startsWith(root) ? root.length() : 0)
                .replaceFirst("\\.java\\z", "")
                .replace('/', '.');
        xml.writeAttribute("name", verdict.id());
        xml.writeAttribute("classname", VisibleText.inOneLine(className));
        xml.writeAttribute("time", "0");
    }

    private void problem(String kind, Verdict verdict) throws XMLStreamException {
        String explanation = verdict.check().title() + "\n" + verdict.explanation(LONGEST);
        xml.writeStartElement(kind);
        // in an attribute a reader turns every line end into a blank
        xml.writeAttribute("message", VisibleText.inOneLine(explanation.replaceFirst("\n", ": ")));
        Optional<Diagnosis> diagnosis = verdict.check().diagnosis();
        xml.writeAttribute(
                "type",
                diagnosis.map(Diagnosis::id).orElse(verdict.check().status().id()));
        xml.writeCharacters(explanation + drawing(verdict));
        xml.writeEndElement();
    }

    private static String drawing(Verdict verdict) {
        return verdict.check()
                .timeline()
                .map(timeline -> "\n\n" + String.join("\n", new TextTimeline(WIDTH, true).draw(timeline)))
                .orElse("");
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
