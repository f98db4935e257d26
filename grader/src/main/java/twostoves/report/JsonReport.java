package twostoves.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.json.JsonMapper;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Kind;
import twostoves.grading.Track;

/**
 * Writes and reads reports in JSON.
 *
 * <p>The same report always gives the same text, byte for byte: keys in the order in which {@link Report} and the
 * records below it have them, two blanks of indentation, a line feed at the end of every line, UTF-8.
 */
public final class JsonReport {

    private static final JsonMapper MAPPER = mapper();

    private JsonReport() {}

    /** Has constants written as their {@code id()} methods do. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    private interface InKebabCase {}

    private static JsonMapper mapper() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .defaultPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .addMixIn(Track.class, InKebabCase.class)
                .addMixIn(Kind.class, InKebabCase.class)
                .addMixIn(Diagnosis.class, InKebabCase.class)
                .addMixIn(ExerciseResult.Status.class, InKebabCase.class)
                .addMixIn(CheckResult.Status.class, InKebabCase.class)
                .addMixIn(Span.Activity.class, InKebabCase.class)
                .addMixIn(Span.Ending.class, InKebabCase.class)
                .addMixIn(ThreadIdentity.Kind.class, InKebabCase.class)
                .build();
    }

    /**
     * Writes a report into a file, in one step: whoever reads the file finds the old report or the new one.
     *
     * @param report the report
     * @param file where to write it; directories above it are made
     * @throws IOException if the file cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        AtomicFile.replace(file, toJson(report));
    }

    /**
     * Writes a report as text.
     *
     * @param report the report
     * @return the report in JSON, with a line feed at the end
     */
    public static String toJson(Report report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /**
     * Reads a report from a file.
     *
     * @param file a file that {@link #write} wrote
     * @return the report
     * @throws IOException if the file cannot be read, or holds something else than a report of this version
     */
    public static Report read(Path file) throws IOException {
        String json = Files.readString(file);
        try {
            return parse(json);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a report from a text.
     *
     * @param json a text that {@link #toJson} gave
     * @return the report
     * @throws IllegalArgumentException if the text is something else than a report of this version
     */
    public static Report parse(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            String schema = root.path("schema").asString("");
            // first of all, because another version has every right to look otherwise
            if (!schema.equals(Report.SCHEMA)) {
                throw new IllegalArgumentException("its schema is not " + Report.SCHEMA + " but \"" + schema + "\"");
            }
            return MAPPER.treeToValue(root, Report.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a report of Two Stoves: " + e.getOriginalMessage(), e);
        }
    }
}
