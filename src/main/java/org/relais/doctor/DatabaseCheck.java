package org.relais.doctor;

import org.relais.database.DatabaseCondition;

/** Whether the database answers. */
record DatabaseCheck(Installation installation) implements Check {

    @Override
    public CheckName name() {
        return CheckName.DATABASE;
    }

    @Override
    public Finding examine() {
        return judge(installation.database().orElse(null));
    }

    /** @param condition null when nobody runs it */
    Finding judge(DatabaseCondition condition) {
        return switch (condition) {
            case null -> lookAtIt("database.not-running");
            case ANSWERS -> well("database.answers");
            case DATABASE -> broken("database.silent");
            case DISK_FULL -> broken("database.disk-full");
            case DISK_NOT_WRITABLE -> broken("database.not-writable");
        };
    }

    @Override
    public Finding late() {
        return broken("database.silent");
    }
}
