package twostoves.sandbox;

import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import twostoves.grading.Gradebook;
import twostoves.grading.Workbench;

/** Puts into a JUnit session what the checks look for there. */
public final class SessionStore {

    /** JUnit has two types for one thing: extensions name a namespace by this one, sessions by the platform's. */
    private static final Namespace NAMESPACE = Namespace.create(Gradebook.NAMESPACE.getParts());

    private SessionStore() {}

    /**
     * Prepares a session for checks.
     *
     * @param session the session, in which nothing has run yet
     * @param bench what is judged
     * @param book where the results go
     */
    public static void fill(LauncherSession session, Workbench bench, Gradebook book) {
        session.getStore().put(NAMESPACE, Workbench.class, bench);
        session.getStore().put(NAMESPACE, Gradebook.class, book);
    }
}
