package org.relais.command;

/** What can be asked. */
final class HelpCommand implements Command {

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
        console.out().println();
        console.say("command.settings");
        return ExitCode.WELL;
    }

    private static void describe(String word, Console console) {
        console.out().printf("  %-9s %s%n", word, console.phrases().text("command.help." + word));
    }
}
