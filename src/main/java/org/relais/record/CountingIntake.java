package org.relais.record;

import java.util.Map;
import org.relais.catalogue.WireRecord;

/** Counts what it hands on, by table. */
final class CountingIntake implements Intake {

    private final Intake next;
    private final TableTally tally = new TableTally();

    CountingIntake(Intake next) {
        this.next = next;
    }

    @Override
    public void accept(WireRecord arrived) {
        next.accept(arrived);
        tally.add(arrived.key().table());
    }

    @Override
    public void acceptTooLarge(WireRecord arrived, long most) {
        next.acceptTooLarge(arrived, most);
        tally.add(arrived.key().table());
    }

    @Override
    public long setAside() {
        return next.setAside();
    }

    @Override
    public void moveCursor(long position) {
        next.moveCursor(position);
    }

    Map<String, Long> byTable() {
        return tally.byTable();
    }
}
