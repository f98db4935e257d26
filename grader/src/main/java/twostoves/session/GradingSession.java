package twostoves.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.Gradebook;
import twostoves.sandbox.SessionStore;

/**
 * Gives every JUnit session a gradebook, and shows it at the end if anything was entered. Found by JUnit.
 *
 * <p>Sessions in which no exercise is graded see nothing of this.
 */
public final class GradingSession implements LauncherSessionListener {

    private static final Namespace NAMESPACE = Namespace.create(GradingSession.class);

    private final Settings settings;
    private final PrintStream out;

    /** Creates the listener; for JUnit. */
    public GradingSession() {
        // not System.out: the build tool has made that its own
        this(
                Settings.ofSystem(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    GradingSession(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Gradebook book = new Gradebook();
        Choice choice = Choice.of(
                settings.chosen(),
                Curriculum.exercises().stream().map(Exercise::id).toList());
        boolean one = choice.ids().size() == 1;
        SessionStore.fill(session, Bench.of(settings).measuringSpeedUp(one), book);
        CurrentCheck current = new CurrentCheck();
        session.getLauncher().registerTestExecutionListeners(current);
        session.getStore().put(NAMESPACE, SessionBoard.class, SessionBoard.open(settings, book, current, out));
        choice.problem().ifPresent(out::println);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        session.getStore()
                .get(NAMESPACE, SessionBoard.class, SessionBoard.class)
                .close();
    }
}
