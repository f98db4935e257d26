package twostoves.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The tasks that earlier runs have looked at, with their files open: to open them anew took a tenth of a short run.
 *
 * <p>Whose files are open and who has ended reads as gone, also if another task has got the number meanwhile.
 */
final class KeptTasks {

    /** With four files each far fewer than a process may have open. */
    private static final int MOST = 64;

    private final Map<Integer, KernelTask> kept = new HashMap<>();

    /** Hands out the task of that id, which is nobody else's until it is handed back. */
    synchronized KernelTask take(int id) {
        KernelTask task = kept.remove(id);
        if (task != null) {
            if (!task.isRenamed()) {
                task.beginRun();
                return task;
            }
            task.close();
        }
        return new KernelTask(id);
    }

    /** Takes tasks back after a run. Those that no run has asked for since the last time have ended. */
    synchronized void keep(Collection<KernelTask> tasks) {
        kept.values().forEach(KernelTask::close);
        kept.clear();
        for (KernelTask task : tasks) {
            if (task.isGone() || kept.size() >= MOST) {
                task.close();
            } else {
                kept.put(task.id, task);
            }
        }
    }
}
