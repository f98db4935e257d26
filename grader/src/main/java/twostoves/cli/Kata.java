package twostoves.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import twostoves.sandbox.InvalidSubmissionException;

/** The command line of Two Stoves. */
@Command(
        name = "kata",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Katas on concurrency and parallelism in Java, with a grader that watches the threads.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command, kata does what \"kata watch\" does.",
            "",
            "Exit codes: 0 everything asked for is solved, 1 something is not, 2 wrong use, 3 the grader failed."
        })
public final class Kata implements Callable<Integer> {

    private static final Map<String, Function<Surroundings, Object>> COMMANDS = allCommands();

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where the grader failed, if it does (also KATA_DEBUG=1).")
    private boolean debug;

    private Kata(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        System.exit(run(Surroundings.ofProcess(), args));
    }

    static int run(Surroundings surroundings, String... args) {
        Kata kata = new Kata(surroundings);
        int exitCode = args.length == 2 && args[0].equals("check") && !args[1].startsWith("-")
                ? kata.checkOne(args[1])
                : kata.parse(args);
        surroundings.terminal().out().flush();
        return exitCode;
    }

    /**
     * Does what learners do all the time without picocli: to load it takes a quarter of a second, since it is compiled for a
     * Java so old that no archive of classes can hold it.
     */
    private int checkOne(String id) {
        try (CheckCommand check = new CheckCommand(surroundings, id)) {
            check.startAhead();
            return check.call();
        } catch (Exception fault) {
            return fail(fault);
        }
    }

    private int parse(String... args) {
        CommandLine line = new CommandLine(this);
        meant(surroundings, args).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(surroundings.terminal().out(), true))
                .setErr(new PrintWriter(surroundings.terminal().err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.terminal().style().coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((wrong, unused) -> refuse(wrong));
        line.setExecutionExceptionHandler((fault, unused, parsed) -> fail(fault));
        return line.execute(args);
    }

    /** The command that is meant and no other: finding out the options of all takes time. */
    private static Map<String, Object> meant(Surroundings surroundings, String... args) {
        Map<String, Object> commands = new LinkedHashMap<>();
        COMMANDS.forEach((name, command) -> {
            if (args.length == 0 || !COMMANDS.containsKey(args[0]) || name.equals(args[0])) {
                commands.put(name, command.apply(surroundings));
            }
        });
        return commands;
    }

    /** The commands by name, in the order in which the help lists them. */
    private static Map<String, Function<Surroundings, Object>> allCommands() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("watch", WatchCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("hint", HintCommand::new);
        commands.put("reset", ResetCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("grade", GradeCommand::new);
        commands.put("class", ClassCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("similar", SimilarCommand::new);
        commands.put("bundle", BundleCommand::new);
        commands.put("prepare", PrepareCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new WatchCommand(surroundings).call();
    }

    private int refuse(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        surroundings.terminal().complain(message(wrong));
        surroundings.terminal().complain("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        return ExitCode.WRONG_USE;
    }

    private String message(ParameterException wrong) {
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && wrong.getCommandLine() == spec.commandLine()
                && !unmatched.isUnknownOption()) {
            String typed = unmatched.getUnmatched().getFirst();
            Optional<String> meant = Similar.to(
                    typed,
                    spec.subcommands().values().stream()
                            .map(CommandLine::getCommandSpec)
                            .filter(command -> !command.usageMessage().hidden())
                            .map(CommandSpec::name)
                            .toList());
            return "Unknown command: \"" + typed + "\"."
                    + meant.map(name -> " Did you mean " + name + "?").orElse("");
        }
        return wrong.getMessage();
    }

    private int fail(Exception fault) {
        boolean wrongUse = fault instanceof WrongUseException || fault instanceof InvalidSubmissionException;
        if (wrongUse) {
            surroundings.terminal().complain(fault.getMessage());
        } else {
            surroundings.terminal().complain("The grader failed: " + fault);
        }
        if (debug || surroundings.debug()) {
            fault.printStackTrace(surroundings.terminal().err());
        } else if (!wrongUse) {
            surroundings.terminal().complain("Run it again with --debug to see where, and please report it.");
        }
        return wrongUse ? ExitCode.WRONG_USE : ExitCode.GRADER_FAILED;
    }
}
