package org.relais.site;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relais.central.SiteCredentials;
import org.relais.startup.StartFailure;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** This site: its credentials, what the central server told about it, and how far its first synchronisation is. */
@Component
public class Site {

    /** The settings that connect the site, for set-ups without a person: where the configuration has one, it counts at each start. */
    public static final List<String> SITE_SETTINGS =
            List.of(SiteProperties.CENTRAL_URL, SiteProperties.NAME, SiteProperties.PASSWORD);

    private final SiteRepository rows;
    private final EntityManager entities;
    private final TransactionOperations transaction;
    private final HardwareId hardwareId;
    private final PasswordSeal seal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Site(
            SiteRepository rows,
            EntityManager entities,
            TransactionOperations transaction,
            HardwareId hardwareId,
            PasswordSeal seal,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.entities = entities;
        this.transaction = transaction;
        this.hardwareId = hardwareId;
        this.seal = seal;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that is known, or empty before the site is set up. */
    public Optional<SiteSettings> settings() {
        return rows.find().map(SiteRow::read);
    }

    /** Whether the site knows its central server. */
    public boolean configured() {
        return settings().isPresent();
    }

    /** Whether the first synchronisation was completed. */
    public boolean initialised() {
        return settings().map(SiteSettings::initialisedAt).isPresent();
    }

    /**
     * What the site shows at the central servers.
     *
     * @throws SiteNotConfigured before the site is set up
     */
    public SiteCredentials credentials() {
        SiteSettings site = settings().orElseThrow(SiteNotConfigured::new);
        return new SiteCredentials(site.url(), site.name(), openPassword(), site.hardwareId());
    }

    /** The password as the database keeps it, which tells nobody anything but the support file what to blot out. */
    public Optional<String> sealedPassword() {
        return rows.find().map(SiteRow::sealedPassword);
    }

    /** The hardware id that this site shows, or will show once it is set up. */
    String hardwareId() {
        return settings().map(SiteSettings::hardwareId).orElseGet(hardwareId::value);
    }

    /**
     * Before anything needs the password: seals what an older version kept in the open.
     *
     * @throws StartFailure when it was sealed with another key
     */
    void checkPassword() {
        changed(row -> {
            String kept = row.sealedPassword();
            if (kept.matches(PasswordHash.FORM)) {
                row.seal(seal.seal(kept));
            } else if (seal.open(kept).isEmpty()) {
                throw new StartFailure(
                        seal.file()
                                + ": does not open the site's password in the database. Restore the file from the backup or from the other"
                                + " machine on this database, or give the password again with relais.site.central-url, .name and .password");
            }
        });
    }

    private String openPassword() {
        return passwordSha256()
                .orElseThrow(() -> new IllegalStateException(seal.file()
                        + " does not open the site's password: it was sealed by another process on this database, whose key"
                        + " file has to be copied here"));
    }

    private Optional<String> passwordSha256() {
        return sealedPassword().flatMap(seal::open);
    }

    /**
     * Sets the site up, or changes its credentials. Whether they belong to the site whose records are kept here shows at the
     * next contact: see {@link #recognise}.
     *
     * @param url the mSupply central server
     * @param name the site's name there
     * @param passwordSha256 64 lower case hex digits
     * @return whether anything changed
     */
    public boolean configure(URI url, String name, String passwordSha256) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            String password = seal.seal(passwordSha256);
            // The hardware id of the first process on this database holds for all of them.
            boolean made =
                    rows.count() == 0 && rows.make(url.toString(), name, password, hardwareId.value(), now()) > 0;
            SiteRow row = locked().orElseThrow();
            if (!made && isKnown(row, url, name, passwordSha256)) {
                return false;
            }
            row.connect(url, name, password, now());
            events.publishEvent(new SiteConfigured());
            return true;
        }));
    }

    private boolean isKnown(SiteRow row, URI url, String name, String passwordSha256) {
        SiteSettings site = row.read();
        return site.url().equals(url)
                && site.name().equals(name)
                && seal.open(row.sealedPassword())
                        .filter(passwordSha256::equals)
                        .isPresent();
    }

    /**
     * Keeps what the central server answered about the site; its uuid for as long as records of it are kept here.
     *
     * @param uuid the site's uuid
     * @param siteId the site's number
     * @param legacySiteId the mSupply central server's own number as a site
     * @param openUrl the Open mSupply central server, or null when the network names none
     * @throws SiteMismatch when records of a site with another uuid are kept here; nothing is changed then
     */
    public void recognise(String uuid, long siteId, long legacySiteId, URI openUrl) {
        boolean found = changed(row -> {
            // Locked: of a run and a person with other credentials, the second sees whose site the first one found.
            SiteSettings known = row.read();
            if (known.keepsAnotherThan(uuid)) {
                throw new SiteMismatch(known.uuid(), uuid);
            }
            row.recognise(uuid, siteId, legacySiteId, openUrl);
        });
        if (!found) {
            throw new SiteNotConfigured();
        }
    }

    /** The central server has prepared the first synchronisation: it is not asked to do so again. */
    public void markPrepared() {
        changed(row -> row.prepared(now()));
    }

    /** The first synchronisation is to be done once more, from its very beginning; credentials and identity stay. */
    public void startOver() {
        changed(SiteRow::startOver);
    }

    /**
     * When a backup was restored and everything that the central servers have has not been fetched anew since; empty otherwise.
     */
    public Optional<Instant> restoredAt() {
        return rows.find().map(SiteRow::restoredAt);
    }

    /**
     * A backup was restored: the central server is asked to queue everything once more. A site whose first synchronisation was
     * not complete then does it from its very beginning.
     */
    public void markRestored() {
        changed(row -> {
            if (row.read().initialisedAt() == null) {
                row.startOver();
            } else {
                row.restored(now());
            }
        });
    }

    /** A restored site has everything that the central servers have. */
    public void markCaughtUp() {
        changed(SiteRow::caughtUp);
    }

    /** The first synchronisation is complete: from now on changes are sent too. */
    public void markInitialised() {
        changed(row -> row.initialised(now()));
    }

    /** Changes the row, if there is one, while nobody else can. */
    private boolean changed(Consumer<SiteRow> change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<SiteRow> row = locked();
            row.ifPresent(change);
            return row.isPresent();
        }));
    }

    /** The row as it is once nobody else can change it, whatever this transaction read of it before. */
    private Optional<SiteRow> locked() {
        Optional<SiteRow> row = rows.find();
        row.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return row;
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
