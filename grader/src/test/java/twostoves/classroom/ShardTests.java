package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A shard")
class ShardTests {

    private static final List<String> NAMES =
            IntStream.range(0, 400).mapToObj("student-%03d"::formatted).toList();

    @Test
    @DisplayName("holds every submission in one of its parts and in no other")
    void exactlyOne() {
        List<Shard> shards = IntStream.rangeClosed(1, 7)
                .mapToObj(index -> new Shard(index, 7))
                .toList();

        assertThat(NAMES)
                .allSatisfy(name -> assertThat(shards.stream().filter(shard -> shard.holds(name)))
                        .hasSize(1));
    }

    @Test
    @DisplayName("holds about as many submissions as the next")
    void balanced() {
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToLong(index -> NAMES.stream()
                                .filter(new Shard(index, 4)::holds)
                                .count())
                        .boxed())
                .allSatisfy(count -> assertThat(count).isBetween(70L, 130L));
    }

    @Test
    @DisplayName("holds the same on every machine, today and tomorrow")
    void deterministic() {
        assertThat(NAMES.stream().limit(12).filter(new Shard(1, 3)::holds))
                .containsExactly("student-003", "student-007");
    }

    @Test
    @DisplayName("is written as I/N")
    void parsed() {
        assertThat(Shard.parse("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
        assertThat(NAMES).allMatch(Shard.parse("1/1")::holds);
    }

    @Test
    @DisplayName("is refused if it is written otherwise or there is no such part")
    void refused() {
        for (String text : List.of("", "2", "2/", "a/b", "1/0", "-1/2", "1/9999999")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Shard.parse(text))
                    .withMessage("a shard is written as 2/8, the second of eight parts");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shard.parse("0/4"))
                .withMessage("there is no shard 0/4; the first is 1/4 and the last is 4/4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shard.parse("5/4"))
                .withMessage("there is no shard 5/4; the first is 1/4 and the last is 4/4");
    }
}
