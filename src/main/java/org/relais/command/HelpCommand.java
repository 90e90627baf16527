package org.relais.command;

import java.util.List;

/** What can be asked. */
final class HelpCommand implements Command {

    /** What the room of backups carries out itself, for it needs more of the application than a command of this room. */
    private static final List<String> OF_BACKUPS = List.of("backup", "restore");

    @Override
    public String word() {
        return "help";
    }

    @Override
    public boolean readsSettings() {
        return false;
    }

    @Override
    public int carryOut(Console console) {
        console.say("command.usage");
        console.out().println();
        describe("run", console);
        Commands.all().forEach(command -> describe(command.word(), console));
        OF_BACKUPS.forEach(word -> describe(word, console));
        console.out().println();
        console.say("command.settings");
        return ExitCode.WELL;
    }

    private static void describe(String word, Console console) {
        console.out().printf("  %-9s %s%n", word, console.phrases().text("command.help." + word));
    }
}
