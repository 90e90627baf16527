package org.relais.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relais.backup.BackupStanding;
import org.relais.backup.Backups;
import org.relais.central.CentralFailure;
import org.relais.central.ServerUrl;
import org.relais.central.SiteCredentials;
import org.relais.database.DataDirectory;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.site.ServerAddress;
import org.relais.site.Site;
import org.relais.site.SiteSettings;

/**
 * The site as its own server knows it.
 *
 * @param typed the central server's address as somebody is typing it; blank when nobody is
 * @param browserOrigin where the person's browser found this server, or null
 */
record ServerInstallation(
        Site site,
        DataDirectory data,
        DatabaseWatch watch,
        Backups kept,
        ServerAddress phones,
        String typed,
        URI browserOrigin)
        implements Installation {

    @Override
    public Optional<URI> address() {
        return typed.isBlank() ? site.settings().map(SiteSettings::url) : read(typed);
    }

    private static Optional<URI> read(String text) {
        try {
            return Optional.of(ServerUrl.parse(text));
        } catch (CentralFailure.InvalidUrl mistyped) {
            return Optional.empty();
        }
    }

    /** The kept password goes to the server that it was given for, and to no other that somebody types. */
    @Override
    public Optional<SiteCredentials> credentials() {
        Optional<URI> asked = address();
        return site.configured()
                ? Optional.of(site.credentials())
                        .filter(known -> asked.filter(known.url()::equals).isPresent())
                : Optional.empty();
    }

    @Override
    public Path directory() {
        return data.path();
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Optional<DatabaseCondition> database() {
        return Optional.of(watch.condition());
    }

    @Override
    public Optional<BackupStanding> backups() {
        return Optional.of(kept.standing());
    }

    @Override
    public List<URI> phoneAddresses() {
        return phones.reachable(browserOrigin);
    }

    @Override
    public boolean onlyThisMachine() {
        return phones.onlyThisMachine(browserOrigin);
    }
}
