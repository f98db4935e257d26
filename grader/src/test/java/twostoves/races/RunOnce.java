package twostoves.races;

import java.util.List;
import java.util.random.RandomGenerator;
import twostoves.contract.Program;

/** Lets a program of the catalogue do all by itself. */
public final class RunOnce implements Scenario<Program> {

    /** Made for every run. */
    public RunOnce() {}

    @Override
    public List<Party> parties(Program program, RandomGenerator random) {
        return List.of(new Party("main", program::run));
    }

    @Override
    public void verify() {
        // the program has done so
    }
}
