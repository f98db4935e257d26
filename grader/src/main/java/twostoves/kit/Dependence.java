package twostoves.kit;

/** What the tasks of a {@link Workload} have to do with one another. */
public enum Dependence {

    /** Nothing: they can be done in any order, and at the same time. */
    NONE,

    /** Each needs the result of the one before: it begins only when that one is done. */
    EACH_ON_THE_LAST
}
