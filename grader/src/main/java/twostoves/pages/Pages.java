package twostoves.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Markdown files of {@code docs}, as they are packaged with the grader. */
final class Pages {

    private static final String FOLDER = "/twostoves/docs/";

    private Pages() {}

    static String read(String page) {
        try (InputStream resource = Pages.class.getResourceAsStream(FOLDER + page)) {
            if (resource == null) {
                throw new PageException(page, "there is no such page");
            }
            // a clone made on Windows may have line ends of its own
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("docs/" + page + " cannot be read", e);
        }
    }
}
