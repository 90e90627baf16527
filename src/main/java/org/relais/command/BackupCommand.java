package org.relais.command;

import org.relais.backup.BackupAttempt;
import org.relais.backup.ShellBackup;
import org.relais.backup.ShellRefusal;

/** Makes a backup at once, whether the server runs or not, and proves it. */
final class BackupCommand implements Command {

    @Override
    public String word() {
        return "backup";
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
        try {
            return tell(ShellBackup.make(console.settings()), console);
        } catch (ShellRefusal refusal) {
            console.complain(refusal.key(), refusal.parameters());
            return ExitCode.NOT_WELL;
        }
    }

    static int tell(ShellBackup.Made made, Console console) {
        BackupAttempt attempt = made.attempt();
        if (attempt.problem() == null) {
            console.say("backup.shell.made", made.file(), console.phrases().number(attempt.rows()));
            return ExitCode.WELL;
        }
        String why =
                console.phrases().text("backup.problem." + attempt.problem().key());
        if (attempt.problem().leavesAFile()) {
            console.complain("backup.shell.unproven", made.file(), why);
        } else {
            console.complain("backup.shell.failed", made.folder(), why);
        }
        if (attempt.detail() != null) {
            console.complain("backup.shell.detail", attempt.detail());
        }
        return ExitCode.NOT_WELL;
    }
}
