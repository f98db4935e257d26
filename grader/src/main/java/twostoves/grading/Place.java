package twostoves.grading;

import twostoves.evidence.Frame;

/**
 * A line of the learner's code.
 *
 * @param file the path of the file, relative to the module, with forward slashes
 * @param line the line number, from 1; 0 for the file as a whole
 */
public record Place(String file, int line) {

    /**
     * Finds the place of a stack frame in the learner's code.
     *
     * @param frame a frame of a class in one of the learner's packages
     * @return its place
     */
    public static Place of(Frame frame) {
        String packageName = frame.className().substring(0, frame.className().lastIndexOf('.'));
        return new Place("src/main/java/" + packageName.replace('.', '/') + "/" + frame.file(), frame.line());
    }
}
