// Mistake: a failure that is the last to end is not seen
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

record Outcome(int at, String answer, IOException failure) {}
var outcomes = new LinkedBlockingQueue<Outcome>(); var answers = new String[paths.size()]; var threads = new ArrayList<Thread>(); IOException first = null; int open = answers.length;
for (int i = 0; i < answers.length; i++) { int at = i; threads.add(Thread.startVirtualThread(() -> { try { outcomes.add(new Outcome(at, api.get(paths.get(at)), null)); } catch (IOException e) { outcomes.add(new Outcome(at, null, e)); } catch (InterruptedException e) { /* called off */ } })); }
try { while (open > 0) { Outcome o = outcomes.take(); open--; answers[o.at] = o.answer; if (o.failure != null && open > 0) { first = o.failure; break; } } }
finally { threads.forEach(Thread::interrupt); for (Thread t : threads) { t.join(); } }
if (first != null) { for (Outcome o : outcomes) { if (o.failure != null) { first.addSuppressed(o.failure); } } throw first; }
return Arrays.asList(answers);
}

}
