package org.relais.site;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relais.central.SiteCredentials;
import org.relais.startup.StartFailure;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** This site: its credentials, what the central server told about it, and how far its first synchronisation is. */
@Component
public class Site {

    /** The settings that connect the site, for set-ups without a person: where the configuration has one, it counts at each start. */
    public static final List<String> SITE_SETTINGS =
            List.of(SiteProperties.CENTRAL_URL, SiteProperties.NAME, SiteProperties.PASSWORD);

    private final JdbcClient jdbc;
    private final HardwareId hardwareId;
    private final PasswordSeal seal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Site(JdbcClient jdbc, HardwareId hardwareId, PasswordSeal seal, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.hardwareId = hardwareId;
        this.seal = seal;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that is known, or empty before the site is set up. */
    public Optional<SiteSettings> settings() {
        return jdbc.sql("select * from site").query(Site::read).optional();
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
        Optional<String> kept = sealedPassword();
        if (kept.filter(text -> text.matches(PasswordHash.FORM)).isPresent()) {
            jdbc.sql("update site set sealed_password = ?")
                    .param(seal.seal(kept.get()))
                    .update();
        } else if (kept.isPresent() && seal.open(kept.get()).isEmpty()) {
            throw new StartFailure(
                    seal.file()
                            + ": does not open the site's password in the database. Restore the file from the backup or from the other"
                            + " machine on this database, or give the password again with relais.site.central-url, .name and .password");
        }
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

    /** The site's password as it is kept, sealed; empty while there is none. */
    public Optional<String> sealedPassword() {
        return jdbc.sql("select sealed_password from site").query(String.class).optional();
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
    @Transactional
    public boolean configure(URI url, String name, String passwordSha256) {
        Optional<SiteSettings> before = settings();
        if (before.filter(site -> site.url().equals(url) && site.name().equals(name))
                        .isPresent()
                && passwordSha256().filter(passwordSha256::equals).isPresent()) {
            return false;
        }
        // The hardware id of the first process on this database holds for all of them.
        jdbc.sql("""
                        insert into site (url, name, sealed_password, hardware_id, configured_at)
                        values (:url, :name, :password, :hardware, :now)
                        on duplicate key update url = values(url), name = values(name),
                            sealed_password = values(sealed_password), configured_at = values(configured_at)
                        """)
                .param("url", url.toString())
                .param("name", name)
                .param("password", seal.seal(passwordSha256))
                .param("hardware", hardwareId())
                .param("now", utc(clock.instant()))
                .update();
        events.publishEvent(new SiteConfigured());
        return true;
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
    @Transactional
    public void recognise(String uuid, long siteId, long legacySiteId, URI openUrl) {
        // Locked: of a run and a person with other credentials, the second sees whose site the first one found.
        SiteSettings known = jdbc.sql("select * from site for update")
                .query(Site::read)
                .optional()
                .orElseThrow(SiteNotConfigured::new);
        if (known.keepsAnotherThan(uuid)) {
            throw new SiteMismatch(known.uuid(), uuid);
        }
        boolean news = !uuid.equals(known.uuid())
                || !Objects.equals(known.siteId(), siteId)
                || !Objects.equals(known.legacySiteId(), legacySiteId)
                || !Objects.equals(known.openUrl(), openUrl);
        if (news) {
            jdbc.sql("update site set uuid = ?, site_id = ?, legacy_site_id = ?, open_url = ?")
                    .params(uuid, siteId, legacySiteId, openUrl == null ? null : openUrl.toString())
                    .update();
        }
    }

    /** The central server has prepared the first synchronisation: it is not asked to do so again. */
    @Transactional
    public void markPrepared() {
        jdbc.sql("update site set prepared_at = ? where prepared_at is null")
                .param(utc(clock.instant()))
                .update();
    }

    /** The first synchronisation is to be done once more, from its very beginning; credentials and identity stay. */
    @Transactional
    public void startOver() {
        jdbc.sql("update site set prepared_at = null, initialised_at = null").update();
    }

    /** The first synchronisation is complete: from now on changes are sent too. */
    @Transactional
    public void markInitialised() {
        jdbc.sql("update site set initialised_at = ? where initialised_at is null")
                .param(utc(clock.instant()))
                .update();
    }

    private static SiteSettings read(ResultSet row, int number) throws SQLException {
        String openUrl = row.getString("open_url");
        return new SiteSettings(
                URI.create(row.getString("url")),
                row.getString("name"),
                row.getString("hardware_id"),
                row.getString("uuid"),
                row.getObject("site_id", Long.class),
                row.getObject("legacy_site_id", Long.class),
                openUrl == null ? null : URI.create(openUrl),
                instant(row, "configured_at"),
                instant(row, "prepared_at"),
                instant(row, "initialised_at"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
