package twostoves.sandbox;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.json.JsonMapper;

/** How messages between the grader and its workers are written: JSON, one message a line. */
final class Wire {

    /** Components of records only: the model's other methods are derived from them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .build();

    private Wire() {}

    /** Finds out how messages of a kind are read, which takes longer than to read one: where there is time, before one comes. */
    static void expect(Class<? extends Record> type) {
        JSON.readerFor(type);
    }

    static String write(Record message) {
        return JSON.writeValueAsString(message);
    }

    /**
     * Reads a message.
     *
     * @throws tools.jackson.core.JacksonException if it is garbled
     */
    static <T extends Record> T read(String line, Class<T> type) {
        return JSON.readValue(line, type);
    }
}
