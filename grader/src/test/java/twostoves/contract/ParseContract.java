package twostoves.contract;

/** A second exercise, to see what becomes of it when something happens in the first. */
public interface ParseContract {

    /** Says {@code parsed}. */
    String parse();
}
