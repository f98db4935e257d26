package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A seal")
class SealTests {

    private final String key = Seal.newKey();
    private final Seal worker = new Seal(key);
    private final Seal grader = new Seal(key);

    @Test
    @DisplayName("opens what the other end sealed, message after message")
    void opensInOrder() {
        assertThat(grader.open(worker.seal("one"))).contains("one");
        assertThat(grader.open(worker.seal("two"))).contains("two");
    }

    @Test
    @DisplayName("opens no message twice")
    void notTwice() {
        String line = worker.seal("full points");

        assertThat(grader.open(line)).isPresent();
        assertThat(grader.open(line)).isEmpty();
    }

    @Test
    @DisplayName("opens nothing that another key sealed")
    void otherKey() {
        assertThat(grader.open(new Seal(Seal.newKey()).seal("full points"))).isEmpty();
    }

    @Test
    @DisplayName("opens nothing whose text was changed")
    void changedText() {
        assertThat(grader.open(worker.seal("1 point").replace("1 point", "9 points")))
                .isEmpty();
    }

    @Test
    @DisplayName("opens no line that only begins like a sealed one")
    void tooShort() {
        assertThat(grader.open(Seal.PREFIX)).isEmpty();
        assertThat(grader.open(Seal.PREFIX + "0".repeat(64))).isEmpty();
    }

    @Test
    @DisplayName("goes on after a forged line as if it had not been there")
    void survivesForgery() {
        grader.open(Seal.PREFIX + "0".repeat(64) + " full points");

        assertThat(grader.open(worker.seal("one"))).contains("one");
    }

    @Test
    @DisplayName("has a key of 256 bits that is new each time")
    void newKeys() {
        assertThat(Seal.newKey()).matches("[0-9a-f]{64}").isNotEqualTo(key);
    }
}
