package twostoves.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import twostoves.classroom.Assignment;
import twostoves.grading.Exercise;
import twostoves.report.Weights;

/**
 * A teacher's {@code kata.yml}: what gradebooks call the assignment, which exercises count, and how much. All of it may be
 * left out.
 *
 * <pre>
 * title: Week 3
 * exercises: [fetch-all, split-range]
 * weights:
 *   fetch-all: 3
 * </pre>
 *
 * <p>Only the syntax tree is read and nothing is made of it, so that whatever is wrong can be told with its line.
 */
final class AssignmentFile {

    private static final List<String> KEYS = List.of("title", "exercises", "weights");
    private static final int LONGEST_TITLE = 100;
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,4}");

    private final String name;

    private AssignmentFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param name how messages name it
     * @return the assignment
     * @throws WrongUseException if it cannot be read, or says something that cannot be; the message has the line
     */
    static Assignment read(Path file, String name) {
        return new AssignmentFile(name).read(file);
    }

    private Assignment read(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            return new Compose(settings)
                    .composeInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .map(this::assignment)
                    .orElseThrow(() -> new WrongUseException(name + " is empty. It may have " + known() + "."));
        } catch (NoSuchFileException e) {
            throw new WrongUseException("There is no file " + name + ".");
        } catch (IOException e) {
            throw new WrongUseException(name + " cannot be read: " + e.getMessage());
        } catch (MarkedYamlEngineException e) {
            throw wrong(e.getProblemMark(), "This is no YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new WrongUseException(
                    e.getCause() instanceof CharacterCodingException
                            ? name + " is no text in UTF-8. Save it as UTF-8."
                            : name + " is no YAML: " + firstLine(e.getMessage()) + ".");
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private Assignment assignment(Node root) {
        Map<String, NodeTuple> settings =
                mapping(root, root, "The file is a list of settings, such as \"title: Week 3\".");
        settings.forEach((key, setting) -> {
            if (!KEYS.contains(key)) {
                throw wrong(
                        setting.getKeyNode(),
                        "Unknown setting: \"" + key + "\". "
                                + Similar.to(key, KEYS)
                                        .map(meant -> "Did you mean " + meant + "? ")
                                        .orElse("")
                                + "Known: " + known() + ".");
            }
        });
        List<Exercise> exercises = Optional.ofNullable(settings.get("exercises"))
                .map(this::exercises)
                .orElseGet(() -> Exercises.named(List.of()));
        Weights weights = Optional.ofNullable(settings.get("weights"))
                .map(setting -> weights(setting, exercises))
                .orElse(Weights.EQUAL);
        String title =
                Optional.ofNullable(settings.get("title")).map(this::title).orElse(Assignment.TITLE);
        return new Assignment(title, exercises, weights);
    }

    private static String known() {
        return String.join(", ", KEYS);
    }

    private String title(NodeTuple setting) {
        String title = setting.getValueNode() instanceof ScalarNode scalar
                ? scalar.getValue().strip()
                : "";
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw wrong(
                    setting.getKeyNode(), "The title is a line of text of at most " + LONGEST_TITLE + " characters.");
        }
        return title;
    }

    private List<Exercise> exercises(NodeTuple setting) {
        String what =
                "The exercises are a list of ids, such as [fetch-all, split-range]. Leave the setting out to grade all.";
        if (!(setting.getValueNode() instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            throw wrong(setting.getKeyNode(), what);
        }
        List<String> ids = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            if (!(entry instanceof ScalarNode scalar)) {
                throw wrong(entry, what);
            }
            String id = known(scalar);
            if (ids.contains(id)) {
                throw twice(scalar);
            }
            ids.add(id);
        }
        return Exercises.named(ids);
    }

    private Weights weights(NodeTuple setting, List<Exercise> exercises) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        mapping(
                        setting.getValueNode(),
                        setting.getKeyNode(),
                        "The weights are numbers by the ids of exercises, such as \"fetch-all: 3\".")
                .values()
                .forEach(entry -> {
                    ScalarNode key = (ScalarNode) entry.getKeyNode();
                    String id = known(key);
                    if (exercises.stream().noneMatch(exercise -> exercise.id().equals(id))) {
                        throw wrong(
                                key,
                                id + " has a weight and is not graded. Add it to the exercises, or take this out.");
                    }
                    weights.put(id, weight(key, entry.getValueNode()));
                });
        Weights all = new Weights(weights);
        if (exercises.stream().allMatch(exercise -> all.of(exercise.id()) == 0)) {
            throw wrong(
                    setting.getKeyNode(),
                    "Every exercise has the weight 0, so that nothing counts. Give one of them another.");
        }
        return all;
    }

    private int weight(ScalarNode key, Node value) {
        String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!WEIGHT.matcher(text).matches() || Integer.parseInt(text) > Weights.HIGHEST) {
            throw wrong(
                    key,
                    "The weight of " + key.getValue() + " is a whole number from 0 to " + Weights.HIGHEST
                            + ", such as 2.");
        }
        return Integer.parseInt(text);
    }

    /** Tells who mistypes an exercise in which line that was. */
    private String known(ScalarNode id) {
        try {
            return Exercises.named(id.getValue()).id();
        } catch (WrongUseException unknown) {
            throw wrong(id, unknown.getMessage());
        }
    }

    private Map<String, NodeTuple> mapping(Node node, Node place, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(place, what);
        }
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(entry.getKeyNode(), what);
            }
            if (entries.put(key.getValue(), entry) != null) {
                throw twice(key);
            }
        }
        return entries;
    }

    private WrongUseException twice(ScalarNode node) {
        return wrong(node, node.getValue() + " stands there twice. Take one of them out.");
    }

    private WrongUseException wrong(Node node, String message) {
        return wrong(node.getStartMark(), message);
    }

    private WrongUseException wrong(Optional<Mark> mark, String message) {
        String line = mark.map(place -> ":" + (place.getLine() + 1)).orElse("");
        return new WrongUseException(name + line + ": " + message);
    }
}
