package twostoves.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The grader's packages")
class LayersTests {

    /** Each may use those that stand after it. */
    private static final List<String> DOWNWARDS = List.of(
            "cli",
            "classroom",
            "session",
            "watch",
            "console",
            "workspace",
            "report",
            "pages",
            "sandbox",
            "checks",
            "rules",
            "races",
            "fork",
            "grading",
            "weaving",
            "simulation",
            "evidence",
            "contract",
            "kit",
            "racewatch");

    private static final JavaClasses GRADER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("twostoves");

    @Test
    @DisplayName("import downwards only")
    void importDownwardsOnly() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : DOWNWARDS) {
            layers = layers.layer(name).definedBy("twostoves." + name + "..");
        }
        for (int i = 0; i < DOWNWARDS.size(); i++) {
            String[] above = IntStream.range(0, i).mapToObj(DOWNWARDS::get).toArray(String[]::new);
            layers = above.length == 0
                    ? layers.whereLayer(DOWNWARDS.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(DOWNWARDS.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        layers.check(GRADER);
    }

    @Test
    @DisplayName("do without what AssertJ needs Byte Buddy for, as kata.jar has none")
    void withoutByteBuddy() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Tests(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("net\\.bytebuddy\\..*|org\\.assertj\\.core\\.api\\.\\w*(Soft|Assumption|assume)\\w*")
                .because("these make classes with Byte Buddy, which is left out of kata.jar")
                .check(GRADER);
    }
}
