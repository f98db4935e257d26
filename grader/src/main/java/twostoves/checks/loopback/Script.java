package twostoves.checks.loopback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service on this machine has in store.
 *
 * @param replies the reply to each path; any other path is answered with the status 404
 * @param gate how many requests must be inside the service at the same time before any is answered; 0 for no gate. If so many
 *     never come together, nobody is ever answered: this is how overlap is proven without a clock
 */
public record Script(Map<String, Reply> replies, int gate) {

    /** What comes back for one path. */
    public sealed interface Reply {

        /**
         * An answer.
         *
         * @param body the answer
         */
        record Answer(String body) implements Reply {}

        /**
         * A failure, which {@link LoopbackApi#get} throws as an {@link java.io.IOException}.
         *
         * @param status the status of HTTP, such as 500
         */
        record Failure(int status) implements Reply {}

        /** No reply at all: the service waits, gate or no gate, until the client goes away. */
        record Silence() implements Reply {}
    }

    /** Creates a script; copies what it is given. */
    public Script {
        replies = new LinkedHashMap<>(replies);
    }

    /**
     * A service that answers everything at once.
     *
     * @param answers the answer to each path
     * @return the script
     */
    public static Script answering(Map<String, String> answers) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        answers.forEach((path, answer) -> replies.put(path, new Reply.Answer(answer)));
        return new Script(replies, 0);
    }

    /**
     * A service that answers nobody.
     *
     * @param paths what it may be asked for
     * @return the script
     */
    public static Script silent(List<String> paths) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        paths.forEach(path -> replies.put(path, new Reply.Silence()));
        return new Script(replies, 0);
    }

    /**
     * Adds a gate.
     *
     * @param requests how many requests must be inside before any is answered
     * @return this script with that gate
     */
    public Script withGate(int requests) {
        return new Script(replies, requests);
    }

    /**
     * Changes a reply.
     *
     * @param path the path
     * @param reply its reply from now on
     * @return this script with that reply
     */
    public Script with(String path, Reply reply) {
        Map<String, Reply> changed = new LinkedHashMap<>(replies);
        changed.put(path, reply);
        return new Script(changed, gate);
    }
}
