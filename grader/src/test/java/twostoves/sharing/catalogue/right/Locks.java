package twostoves.sharing.catalogue.right;

import twostoves.races.Program;

public final class Locks {
    private Locks() {}
    public static final class Sync implements Program {
        private int n;
        @Override
        public void run() throws Exception {
            Thread a = Thread.ofPlatform().start(this::inc);
            Thread b = Thread.ofVirtual().start(this::inc);
            a.join();
            b.join();
            if (n != 2) throw new AssertionError("" + n);
        }
        synchronized void inc() { n++; }
    }
}
