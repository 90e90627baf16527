package org.relais.command;

import org.relais.vocabulary.ProgramVersion;

/** The version, in a form that scripts can read. */
final class VersionCommand implements Command {

    @Override
    public String word() {
        return "version";
    }

    @Override
    public boolean readsSettings() {
        return false;
    }

    @Override
    public int carryOut(Console console) {
        console.out().println("Relais " + ProgramVersion.ofThisProgram().number());
        return ExitCode.WELL;
    }
}
