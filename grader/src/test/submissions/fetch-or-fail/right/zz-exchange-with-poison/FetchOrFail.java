// Idea: a queue, and a count
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

record Outcome(int at, String answer, IOException failure) {}
BlockingQueue<Outcome> outcomes = new LinkedTransferQueue<>(); var answers = new String[paths.size()]; IOException first = null;
var executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
try { for (int i = 0; i < answers.length; i++) { int at = i; executor.submit(() -> { try { outcomes.add(new Outcome(at, api.get(paths.get(at)), null)); } catch (IOException e) { outcomes.add(new Outcome(at, null, e)); } return null; }); }
 for (int i = 0; i < answers.length && first == null; i++) { Outcome o = outcomes.take(); if (o.failure != null) { first = o.failure; } else { answers[o.at] = o.answer; } }
} finally { executor.shutdownNow(); executor.close(); }
if (first != null) { for (Outcome o : outcomes) { if (o.failure != null) { first.addSuppressed(o.failure); } } throw first; }
return List.of(answers);
}

}
