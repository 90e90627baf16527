package org.relais.doctor;

import java.util.List;
import org.relais.central.CentralFailure;
import org.relais.central.SiteInfo;

/** Whether the mSupply central server accepts the site: its name, password, versions and hardware id. */
record LegacyCheck(Access access) implements Check {

    @Override
    public CheckName name() {
        return CheckName.LEGACY;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.ANSWER, CheckName.CERTIFICATE);
    }

    @Override
    public Finding examine() {
        if (!access.known()) {
            return unknown("legacy.no-credentials");
        }
        try {
            return judge(access.siteName(), access.site());
        } catch (CentralFailure failure) {
            return new Finding.Broken(name(), Words.Failed.of(failure));
        }
    }

    Finding judge(String siteName, SiteInfo info) {
        return well("legacy.accepted", siteName, String.valueOf(info.siteId()));
    }
}
