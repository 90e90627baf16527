package org.relais.command;

import java.io.IOException;
import org.relais.vocabulary.ProgramVersion;

/** Whether the site runs and is well, for whoever looks after the machine, and for what watches over a container. */
final class StatusCommand implements Command {

    private static final int OK = 200;

    @Override
    public String word() {
        return "status";
    }

    @Override
    public boolean readsSettings() {
        return true;
    }

    @Override
    public int carryOut(Console console) {
        OwnPage page = OwnPage.of(console.settings());
        console.out().println("Relais " + ProgramVersion.ofThisProgram().number());
        int status;
        try {
            status = page.health();
        } catch (IOException silent) {
            console.say("command.status.silent", page.address());
            return ExitCode.NOT_RUNNING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.NOT_RUNNING;
        }
        boolean well = status == OK;
        console.say(well ? "command.status.well" : "command.status.not-well", page.address());
        console.say("command.status.data", console.settings().getProperty("relais.data.directory", ""));
        return well ? ExitCode.WELL : ExitCode.NOT_WELL;
    }
}
