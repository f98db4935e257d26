package twostoves.contract;

/** A concurrent program of the catalogue: it demands by itself what must hold under every schedule. */
@FunctionalInterface
public interface Program {

    /** Runs it; throws if it did not come out right. */
    void run() throws Exception;
}
