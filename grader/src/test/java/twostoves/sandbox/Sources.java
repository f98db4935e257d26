package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes submissions for these tests. */
final class Sources {

    private final Path module;

    private Sources(Path module) {
        this.module = module;
    }

    static Sources in(Path module) {
        return new Sources(module);
    }

    Sources with(String className, String source) {
        Path file = module.resolve("src/main/java/" + className.replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a solution of {@code greet} whose method has this body. */
    Sources greeting(String body) {
        return with("twostoves.concurrency.Greet", """
                package twostoves.concurrency;

                public final class Greet implements twostoves.contract.GreetContract {
                    @Override
                    public String greet() {
                        %s
                    }
                }
                """.formatted(body));
    }

    /** Adds a solution of {@code parse} whose method has this body. */
    Sources parsing(String body) {
        return with("twostoves.parallelism.Parse", """
                package twostoves.parallelism;

                public final class Parse implements twostoves.contract.ParseContract {
                    @Override
                    public String parse() {
                        %s
                    }
                }
                """.formatted(body));
    }

    Submission submission() {
        try {
            return Submission.in(module);
        } catch (InvalidSubmissionException e) {
            throw new AssertionError(e);
        }
    }
}
