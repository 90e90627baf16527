package org.relais.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.relais.database.DataOwner;
import org.relais.language.ShellLanguage;
import org.relais.startup.GivenTextsInSettings;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The commands that there are, and the way from what was typed to one of them. */
public final class Commands {

    /** Runs the server; it may be left out, as settings alone do so too. */
    private static final String RUN = "run";

    /** How other programs are asked for the same. */
    private static final Map<String, String> OTHER_SPELLINGS =
            Map.of("--version", "version", "-V", "version", "--help", "help", "-h", "help");

    private static final List<Command> ALL = List.of(
            new StatusCommand(),
            new DoctorCommand(),
            new PasswordCommand(),
            new VersionCommand(),
            new HelpCommand(),
            new BackupCommand(),
            new RestoreCommand());

    private Commands() {}

    /** Whether this asks for anything but running the server. */
    public static boolean isAskedForBy(String... arguments) {
        return arguments.length > 0
                && !arguments[0].equals(RUN)
                && (!arguments[0].startsWith("-") || OTHER_SPELLINGS.containsKey(arguments[0]));
    }

    /** What is left for the server: the settings. */
    public static String[] settingsIn(String... arguments) {
        boolean named = arguments.length > 0 && arguments[0].equals(RUN);
        return named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    }

    /**
     * Does what was asked for.
     *
     * @return the exit code for the process
     */
    public static int carryOut(String... arguments) {
        // Nobody who asks something at a shell wants to read the log of finding the answer.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        String[] given = Arrays.copyOfRange(arguments, 1, arguments.length);
        Console console = console(given);
        String word = OTHER_SPELLINGS.getOrDefault(arguments[0], arguments[0]);
        return named(word).map(command -> carryOut(command, console)).orElseGet(() -> refuse(word, console));
    }

    /**
     * Says why this user must not run the server with these settings.
     *
     * @return the exit code for the process; empty when the server may run
     */
    public static OptionalInt refuseToRun(String... settings) {
        return DataOwner.isRoots() ? refuseToRun(console(settings)) : OptionalInt.empty();
    }

    /** What is wrong with the settings is told by the start. */
    static OptionalInt refuseToRun(Console console) {
        try {
            read(console.settings());
            return mayWrite(RUN, console) ? OptionalInt.empty() : OptionalInt.of(ExitCode.NOT_ALLOWED);
        } catch (RuntimeException unreadable) {
            return OptionalInt.empty();
        }
    }

    private static Console console(String... given) {
        ConfigurableEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(given));
        List<String> words =
                Stream.of(given).filter(each -> !each.startsWith("-")).toList();
        return Console.of(settings, words, ShellLanguage.of(System.getenv()));
    }

    private static void read(ConfigurableEnvironment settings) {
        GivenTextsInSettings.applyTo(settings);
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
    }

    static int carryOut(Command command, Console console) {
        try {
            if (command.readsSettings()) {
                read(console.settings());
            }
            if (command.writesData() && !mayWrite(command.word(), console)) {
                return ExitCode.NOT_ALLOWED;
            }
        } catch (RuntimeException unreadable) {
            console.complain("command.settings-unreadable", reason(unreadable));
            return ExitCode.NOT_ALLOWED;
        }
        return command.carryOut(console);
    }

    private static boolean mayWrite(String word, Console console) {
        Optional<String> account = DataOwner.insteadOfRoot(console.settings());
        account.ifPresent(owner ->
                console.complain("command.another-account", DataOwner.directory(console.settings()), owner, word));
        return account.isEmpty();
    }

    /** The innermost cause says which file it is. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage();
    }

    private static int refuse(String word, Console console) {
        console.complain("command.unknown", word);
        new HelpCommand().carryOut(console);
        return ExitCode.NO_SUCH_COMMAND;
    }

    static List<Command> all() {
        return ALL;
    }

    private static Optional<Command> named(String word) {
        return ALL.stream().filter(command -> command.word().equals(word)).findFirst();
    }
}
