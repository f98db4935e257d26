package twostoves.sandbox;

/** Compiles the files of an order, all or none. */
@FunctionalInterface
interface Compiler {

    /**
     * Compiles.
     *
     * @param order which files
     * @return what came of it
     * @throws IllegalStateException if this Java has no compiler, or if it fails in a way that is not about one of the files
     */
    CompilerReply compile(CompilerOrder order);
}
