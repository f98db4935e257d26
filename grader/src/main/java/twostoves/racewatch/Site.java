package twostoves.racewatch;

/** A line of the learner's at which something is watched. */
public final class Site {

    private final String className;
    private final String method;
    private final String file;
    private final int line;
    private final String what;
    private final Deed deed;
    private final int variable;

    /** Whether different threads have met at what this line uses; learnt from run to run. */
    private volatile boolean contended;

    /** Whether a thread has come there without holding a lock of the learner's, so that held there it keeps nobody out. */
    private volatile boolean outside;

    Site(String className, String method, String file, int line, String what, Deed deed, int variable) {
        this.className = className;
        this.method = method;
        this.file = file;
        this.line = line;
        this.what = what;
        this.deed = deed;
        this.variable = variable;
    }

    /** The same line and deed, of a variable. */
    Site of(String itsName, int itsNumber) {
        return new Site(className, method, file, line, itsName, deed, itsNumber);
    }

    /**
     * Names the class.
     *
     * @return its binary name
     */
    public String className() {
        return className;
    }

    /**
     * Names the method.
     *
     * @return as in a stack trace
     */
    public String method() {
        return method;
    }

    /**
     * Names the file.
     *
     * @return its simple name
     */
    public String file() {
        return file;
    }

    /**
     * Tells the line.
     *
     * @return its number, from 1; 0 if unknown
     */
    public int line() {
        return line;
    }

    /**
     * Tells of what.
     *
     * @return the variable, such as {@code Tally.total}, or the method called, such as {@code ArrayList.add}
     */
    public String what() {
        return what;
    }

    /**
     * Tells what is done.
     *
     * @return the kind of operation
     */
    public Deed deed() {
        return deed;
    }

    /** The number of the field or static, for {@link Deed#READ} and {@link Deed#WRITE}. */
    int variable() {
        return variable;
    }

    boolean isContended() {
        return contended;
    }

    boolean isOutside() {
        return outside;
    }

    void setContended(boolean withoutLock) {
        if (!contended) {
            contended = true;
        }
        if (withoutLock && !outside) {
            outside = true;
        }
    }

    void forgetContention() {
        contended = false;
        outside = false;
    }
}
