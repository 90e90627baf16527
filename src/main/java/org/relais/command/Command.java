package org.relais.command;

/** Something that can be asked at a shell. What it is for stands in the translations under {@code command.help.<word>}. */
interface Command {

    /** The word that asks for it. */
    String word();

    /** Whether it has to know the site's configuration, which not everybody may read. */
    boolean readsSettings();

    /** Whether it writes files of the site, which have to belong to the account that runs the server. */
    default boolean writesData() {
        return false;
    }

    /**
     * Does it, and says on the console what came of it.
     *
     * @return the exit code of the process
     */
    int carryOut(Console console);
}
