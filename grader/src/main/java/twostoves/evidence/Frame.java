package twostoves.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One frame of a thread's stack.
 *
 * @param className the binary name of the class
 * @param method the name of the method
 * @param file the simple name of the source file; empty if unknown
 * @param line the line number; 0 if unknown
 */
public record Frame(String className, String method, String file, int line) {

    private static final Pattern PRINTED =
            Pattern.compile("(?:.*/)?([^/()]+)\\.([^.()]+)\\((?:([^:()]+?)(?::(\\d+))?)?\\)");

    /**
     * Reads a frame as thread dumps print it.
     *
     * @param printed a frame such as {@code java.base/java.lang.Thread.run(Thread.java:1474)}
     * @return the frame
     * @throws IllegalArgumentException if {@code printed} has another form
     */
    public static Frame parse(String printed) {
        Matcher matcher = PRINTED.matcher(printed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a stack frame: " + printed);
        }
        String file = matcher.group(3) == null ? "" : matcher.group(3);
        int line = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        return new Frame(matcher.group(1), matcher.group(2), file, line);
    }

    /**
     * Converts the element of a stack trace.
     *
     * @param element the element
     * @return the frame
     */
    public static Frame of(StackTraceElement element) {
        return new Frame(
                element.getClassName(),
                element.getMethodName(),
                element.getFileName() == null ? "" : element.getFileName(),
                Math.max(0, element.getLineNumber()));
    }

    /**
     * Tells whether this frame is in code that a learner wrote.
     *
     * @return whether the class lies in one of the four packages of the exercises
     */
    public boolean isLearners() {
        return LearnerPackages.contains(className);
    }

    /**
     * Names the method without its package.
     *
     * @return for example {@code CountDownLatch.await}
     */
    public String operation() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "." + method;
    }

    /**
     * Names the place.
     *
     * @return for example {@code FetchAll.java:21}
     */
    public String place() {
        return file + ":" + line;
    }
}
