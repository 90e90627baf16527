package org.relais.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.relais.backup.ShellBackup;
import org.relais.backup.ShellRefusal;
import org.relais.database.DataOwner;

/** Makes a site of a backup's file, while no server runs. */
final class RestoreCommand implements Command {

    @Override
    public String word() {
        return "restore";
    }

    @Override
    public boolean readsSettings() {
        return true;
    }

    @Override
    public boolean writesData() {
        return true;
    }

    @Override
    public int carryOut(Console console) {
        List<String> files = console.words();
        if (files.size() != 1) {
            console.complain("backup.shell.usage");
            return ExitCode.NO_SUCH_COMMAND;
        }
        try {
            Instant backup = ShellBackup.restore(Path.of(files.getFirst()), console.settings());
            console.say(
                    "backup.shell.restored",
                    DataOwner.directory(console.settings()),
                    console.phrases().moment(backup, Clock.systemUTC().instant()));
            console.say("backup.shell.next");
            return ExitCode.WELL;
        } catch (ShellRefusal refusal) {
            console.complain(refusal.key(), refusal.parameters());
            return ExitCode.NOT_WELL;
        }
    }
}
