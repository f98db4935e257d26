package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.Curriculum;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.report.ConsoleStyle;

@DisplayName("The documentation")
class DocumentationTests {

    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("kata.repository"), "kata.repository"));

    private static final Pattern COMMAND = Pattern.compile("\\./kata(?<arguments>(?: +[^\\s`|#<>()…,;]+)*)");
    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"(?<to>[^\"]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z][A-Z0-9]*|\\[.*|\\.\\.\\.");

    /** Terms that the pages use without explaining them again. */
    private static final List<String> TERMS = List.of(
            "Barrier",
            "Carrier",
            "Chunk",
            "Common pool",
            "Concurrency",
            "Core",
            "Critical path",
            "Data race",
            "Deadlock",
            "Happens-before",
            "In flight",
            "Interrupt",
            "Latency",
            "Lock",
            "Makespan",
            "Parallelism",
            "Platform thread",
            "Quiescent",
            "Span",
            "Speed-up",
            "Starvation",
            "Timeline",
            "Utilisation",
            "Virtual thread",
            "Virtual time",
            "Work",
            "Worker");

    /** A page, as far as it is looked at here. */
    private record PageOf(
            Path file, List<String> links, Set<String> anchors, List<String> code, List<String> emphasised) {}

    private final Map<Path, PageOf> pages = read();

    private static Map<Path, PageOf> read() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .collect(Collectors.toMap(
                            Path::normalize, DocumentationTests::page, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageOf page(Path file) {
        PageOf page = new PageOf(file, new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> seen = new HashMap<>();
        Parser.builder().build().parse(text(file)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                page.links().add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                page.links().add(image.getDestination());
            }

            @Override
            public void visit(Heading heading) {
                String anchor = anchor(plain(heading));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                page.anchors().add(before == 0 ? anchor : anchor + "-" + before);
                visitChildren(heading);
            }

            @Override
            public void visit(Code code) {
                page.code().add(code.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock block) {
                block.getLiteral().lines().forEach(page.code()::add);
            }

            @Override
            public void visit(Emphasis emphasis) {
                page.emphasised().add(plain(emphasis));
            }
        });
        return page;
    }

    private static String plain(Node node) {
        StringBuilder plain = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }
        });
        return plain.toString();
    }

    /** As GitHub makes it: lower case, blanks to hyphens, no other punctuation. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                .replace(' ', '-');
    }

    // ---- links
    // -------------------------------------------------------------------------------------------------------

    @Test
    @DisplayName("has no link that leads nowhere, nor to a heading that is not there")
    void links() {
        List<String> broken = new ArrayList<>();
        pages.forEach((file, page) -> page.links()
                .forEach(link -> problem(file, link)
                        .ifPresent(problem -> broken.add(ROOT.relativize(file) + ": " + link + ": " + problem))));

        assertThat(pages).hasSizeGreaterThan(25);
        assertThat(broken).isEmpty();
    }

    @Test
    @DisplayName("has no such link in its pages for browsers either")
    void linksInHtml() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            for (Path file :
                    docs.filter(each -> each.toString().endsWith(".html")).toList()) {
                HREF.matcher(text(file))
                        .results()
                        .map(result -> result.group("to"))
                        .filter(link -> !link.startsWith("data:"))
                        .forEach(link -> problem(file, link).ifPresent(problem -> broken.add(link + ": " + problem)));
            }
        }

        assertThat(broken).isEmpty();
    }

    private Optional<String> problem(Path from, String link) {
        if (link.matches("[a-z]+:.*")) {
            return link.startsWith("https://") ? Optional.empty() : Optional.of("not https");
        }
        String[] parts = link.split("#", 2);
        String path = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        Path to = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        if (!Files.exists(to)) {
            return Optional.of("no such file");
        }
        boolean isPage = parts.length == 2 && pages.containsKey(to);
        return isPage && !pages.get(to).anchors().contains(parts[1])
                ? Optional.of("no such heading")
                : Optional.empty();
    }

    // ---- commands
    // ----------------------------------------------------------------------------------------------------

    @Test
    @DisplayName("names no command, option, exercise or diagnosis that there is not")
    void commands() {
        Map<String, String> help = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (PageOf page : pages.values()) {
            for (String code : page.code()) {
                for (MatchResult command : COMMAND.matcher(code).results().toList()) {
                    found++;
                    List<String> arguments = Arrays.stream(
                                    command.group("arguments").strip().split(" +"))
                            .toList();
                    problem(arguments, help)
                            .ifPresent(problem ->
                                    wrong.add(ROOT.relativize(page.file()) + ": " + command.group() + ": " + problem));
                }
            }
        }

        assertThat(found).isGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> problem(List<String> arguments, Map<String, String> helps) {
        boolean isCommand = arguments.getFirst().matches("[a-z].*");
        String name = isCommand ? arguments.getFirst() : "";
        String whole = helps.computeIfAbsent("", DocumentationTests::help);
        if (isCommand
                && !Pattern.compile("^ +" + name + " ", Pattern.MULTILINE)
                        .matcher(whole)
                        .find()) {
            return Optional.of("no such command");
        }
        String help = helps.computeIfAbsent(name, DocumentationTests::help);
        for (String option :
                arguments.stream().filter(each -> each.startsWith("-")).toList()) {
            if (!Pattern.compile("(^|[\\s,\\[])" + Pattern.quote(option.split("=", 2)[0]) + "\\b", Pattern.MULTILINE)
                    .matcher(help)
                    .find()) {
                return Optional.of("no option " + option);
            }
        }
        return arguments.stream()
                .skip(1)
                .filter(argument -> !argument.startsWith("-")
                        && !PLACEHOLDER.matcher(argument).matches())
                .filter(argument -> !isKnown(name, argument))
                .findFirst()
                .map(argument -> "no " + argument);
    }

    private static boolean isKnown(String command, String argument) {
        return switch (command) {
            case "check", "hint", "reset" ->
                argument.matches("\\d+")
                        || Curriculum.exercises().stream().map(Exercise::id).anyMatch(argument::equals);
            case "explain" -> Diagnosis.byId(argument).isPresent();
            default -> true;
        };
    }

    private static String help(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                ConsoleStyle.PLAIN,
                false);
        Surroundings surroundings = new Surroundings(ROOT, Optional.empty(), terminal, false);
        int code = command.isEmpty() ? Kata.run(surroundings, "--help") : Kata.run(surroundings, command, "--help");
        return code == 0 ? out.toString(StandardCharsets.UTF_8) : "";
    }

    @Test
    @DisplayName("finds what is wrong with a command")
    void wrongCommands() {
        Map<String, String> help = new HashMap<>();

        assertThat(problem(List.of("check", "fetch-all", "--open"), help)).isEmpty();
        assertThat(problem(List.of("cheque"), help)).contains("no such command");
        assertThat(problem(List.of("check", "--fast"), help)).contains("no option --fast");
        assertThat(problem(List.of("hint", "fetch-none"), help)).contains("no fetch-none");
        assertThat(problem(List.of("explain", "to-be-happy"), help)).contains("no to-be-happy");
    }

    // ---- glossary
    // ----------------------------------------------------------------------------------------------------

    @Test
    @DisplayName(
            "explains every term it uses in the glossary, in the order of the alphabet, and refers to none that is not there")
    void glossary() {
        Path file = ROOT.resolve("docs/glossary.md");
        List<String> terms = text(file)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(terms).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
        assertThat(terms).containsAll(TERMS);
        assertThat(pages.get(file.normalize()).emphasised())
                .isNotEmpty()
                .allSatisfy(term -> assertThat(terms).anyMatch(term::equalsIgnoreCase));
    }

    @Test
    @DisplayName("has a page for each exercise, and lists each where learners look for one")
    void exercises() {
        List<String> lists = List.of("docs/README.md", "docs/explainer.md");

        assertThat(Curriculum.exercises()).allSatisfy(exercise -> {
            String page = "exercises/" + exercise.id() + ".md";
            assertThat(ROOT.resolve("docs").resolve(page)).isRegularFile();
            assertThat(lists)
                    .allSatisfy(list -> assertThat(
                                    pages.get(ROOT.resolve(list).normalize()).links())
                            .contains(page));
        });
    }
}
