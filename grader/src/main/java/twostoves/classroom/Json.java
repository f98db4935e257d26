package twostoves.classroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import twostoves.report.AtomicFile;
import twostoves.report.JsonReport;

/** How plans and results lie in files: each written in one step, so that what is there is whole. */
final class Json {

    private static final String REPORT = "report";
    private static final String RESULT_SCHEMA = "twostoves/class-result/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addMixIn(ClassResult.Outcome.class, InKebabCase.class)
            .build();

    private Json() {}

    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    private interface InKebabCase {}

    static void write(ClassPlan plan, Path file) throws IOException {
        AtomicFile.replace(file, MAPPER.writeValueAsString(plan) + "\n");
    }

    static ClassPlan readPlan(Path file) throws IOException {
        return read(file, ClassPlan.SCHEMA, root -> MAPPER.treeToValue(root, ClassPlan.class));
    }

    static void write(ClassResult result, Path file) throws IOException {
        ObjectNode root = MAPPER.createObjectNode().put("schema", RESULT_SCHEMA);
        root.put("submission", result.submission())
                .put("outcome", MAPPER.convertValue(result.outcome(), String.class))
                .put("key", result.key())
                .put("problem", result.problem());
        result.report().ifPresent(report -> root.set(REPORT, MAPPER.readTree(JsonReport.toJson(report))));
        AtomicFile.replace(file, MAPPER.writeValueAsString(root) + "\n");
    }

    static ClassResult readResult(Path file) throws IOException {
        return read(
                file,
                RESULT_SCHEMA,
                root -> new ClassResult(
                        root.required("submission").stringValue(),
                        MAPPER.treeToValue(root.required("outcome"), ClassResult.Outcome.class),
                        root.required("key").stringValue(),
                        root.required("problem").stringValue(),
                        root.optional(REPORT).map(report -> JsonReport.parse(report.toString()))));
    }

    /** Reads what was written here; whatever is wrong with it is told with the name of the file. */
    private static <T> T read(Path file, String schema, Reader<T> reader) throws IOException {
        String text = Files.readString(file);
        try {
            JsonNode root = MAPPER.readTree(text);
            String found = root.path("schema").asString("");
            if (!found.equals(schema)) {
                throw new IOException(file + ": its schema is not " + schema + " but \"" + found + "\"");
            }
            return reader.of(root);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T of(JsonNode root);
    }
}
