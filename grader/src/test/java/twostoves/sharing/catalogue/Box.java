package twostoves.sharing.catalogue;

/** A plain variable, which nothing protects. */
public final class Box {

    /** Its value. */
    public int value;

    /** Holds 0. */
    public Box() {}

    /** Holds a value. */
    public Box(int value) {
        this.value = value;
    }
}
