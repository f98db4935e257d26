import java.io.IOException;
import java.nio.file.Path;
import twostoves.report.HtmlReport;
import twostoves.report.JsonReport;

/** Makes a page of a report in JSON. Run from source, with the grader on the class path. */
final class Render {

    private Render() {}

    public static void main(String[] args) throws IOException {
        HtmlReport.write(JsonReport.read(Path.of(args[0])), Path.of(args[1]));
    }
}
