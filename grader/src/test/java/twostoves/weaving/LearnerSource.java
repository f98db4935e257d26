package twostoves.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import twostoves.contract.Learnt;
import twostoves.kit.RemoteApi;

/** A class as a learner might have written it, for tests: compiled from a string. */
public final class LearnerSource {

    private final String className;
    private final String text;

    private LearnerSource(String className, String text) {
        this.className = className;
        this.text = text;
    }

    /** A class of package {@code twostoves.concurrency} with these members, able to name all that learners use. */
    public static LearnerSource of(String header, String members) {
        String text = """
                package twostoves.concurrency;

                import java.time.*;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                import java.util.concurrent.locks.*;
                import java.util.function.*;
                import java.util.stream.*;
                import twostoves.kit.RemoteApi;

                public final class %s {
                %s
                }
                """.formatted(header, members);
        return new LearnerSource("twostoves.concurrency." + header.split(" ")[0], text);
    }

    /** The name to load it by. */
    public String className() {
        return className;
    }

    /** The number of the first line that contains a text, from 1. */
    public int lineOf(String part) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).contains(part)) {
                return index + 1;
            }
        }
        throw new IllegalArgumentException("no line has " + part);
    }

    /** Compiles it into a directory, together with others it may refer to. */
    public void compileTo(Path classes) {
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-g",
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                String.join(File.pathSeparator, classes.toString(), homeOf(Learnt.class), homeOf(RemoteApi.class)));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(complaints, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).as("%s%n%s", complaints, text).isTrue();
    }

    /** The rest of the class path would only be opened in vain, for every class anew. */
    private static String homeOf(Class<?> type) {
        URL home = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(home.toString())).toString();
    }
}
