package twostoves.contract;

import twostoves.kit.RemoteApi;

/** What the learner's classes of these tests implement. */
@FunctionalInterface
public interface Learnt {

    /** Does whatever the test is about. */
    Object call(RemoteApi api) throws Exception;
}
