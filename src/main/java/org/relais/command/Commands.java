package org.relais.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.language.Phrases;
import org.relais.language.ShellLanguage;
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
            new StatusCommand(), new DoctorCommand(), new PasswordCommand(), new VersionCommand(), new HelpCommand());

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
        Phrases phrases = ShellLanguage.of(System.getenv());
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        String word = OTHER_SPELLINGS.getOrDefault(arguments[0], arguments[0]);
        return named(word).map(command -> carryOut(command, settings, phrases)).orElseGet(() -> refuse(word, phrases));
    }

    private static int carryOut(Command command, String[] given, Phrases phrases) {
        ConfigurableEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(given));
        Console console = new Console(settings, phrases, Console.output());
        try {
            if (command.readsSettings()) {
                ConfigDataEnvironmentPostProcessor.applyTo(settings);
            }
        } catch (RuntimeException unreadable) {
            console.say("command.settings-unreadable", reason(unreadable));
            return ExitCode.NOT_ALLOWED;
        }
        return command.carryOut(console);
    }

    /** The innermost cause says which file it is. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage();
    }

    private static int refuse(String word, Phrases phrases) {
        Console console = new Console(new StandardEnvironment(), phrases, Console.output());
        console.say("command.unknown", word);
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
