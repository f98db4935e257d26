package twostoves.watch;

/** Where the loop hears what is typed. */
interface Input {

    /**
     * Waits for the next key or line.
     *
     * @return what was typed, or that nobody types any more
     */
    Event next();
}
