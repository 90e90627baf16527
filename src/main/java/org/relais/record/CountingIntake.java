package org.relais.record;

import java.util.Map;
import org.relais.catalogue.WireRecord;

/** Counts what it hands on, by table, and takes down which records it is. */
final class CountingIntake implements Intake {

    private final Intake next;
    private final TableTally tally = new TableTally();
    private final Announcement announcement = new Announcement();

    CountingIntake(Intake next) {
        this.next = next;
    }

    @Override
    public void accept(WireRecord arrived) {
        next.accept(arrived);
        note(arrived);
    }

    @Override
    public void acceptTooLarge(WireRecord arrived, long most) {
        next.acceptTooLarge(arrived, most);
        note(arrived);
    }

    @Override
    public long setAside() {
        return next.setAside();
    }

    @Override
    public void moveCursor(long position) {
        next.moveCursor(position);
    }

    private void note(WireRecord arrived) {
        tally.add(arrived.key().table());
        announcement.add(arrived);
    }

    /** What was handed on, for whoever compares it with what is kept of it. */
    Announcement announcement() {
        return announcement;
    }

    Map<String, Long> byTable() {
        return tally.byTable();
    }
}
