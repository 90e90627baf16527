package org.relais.doctor;

import java.time.Duration;
import java.util.List;
import org.relais.central.CentralFailure;

/** Whether there is an Open mSupply central server, and whether it accepts the site. */
record OpenCheck(Access access) implements Check {

    @Override
    public CheckName name() {
        return CheckName.OPEN;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.LEGACY);
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Finding examine() {
        try {
            return access.openIntegrates() ? well("open.at-work") : well("open.accepted");
        } catch (CentralFailure failure) {
            return judge(failure);
        }
    }

    /** A server that is busy with this site accepts it. */
    Finding judge(CentralFailure failure) {
        return failure instanceof CentralFailure.Busy
                ? well("open.at-work")
                : new Finding.Broken(name(), Words.Failed.of(failure));
    }
}
