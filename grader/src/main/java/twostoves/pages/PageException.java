package twostoves.pages;

/** Thrown where a page of {@code docs} is missing or lacks the structure that programs read. */
public final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PageException(String page, String problem) {
        super("docs/" + page + ": " + problem);
    }
}
