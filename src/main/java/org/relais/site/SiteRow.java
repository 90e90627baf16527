package org.relais.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/** Who this site is: one row, and none before the site is set up. */
@Entity
@Table(name = "site")
class SiteRow {

    @Id
    private byte id;

    private String url;
    private String name;
    private String sealedPassword;

    @Column(columnDefinition = "char(32)")
    private String hardwareId;

    private String uuid;
    private Long siteId;
    private Long legacySiteId;
    private String openUrl;
    private Instant configuredAt;
    private Instant preparedAt;
    private Instant initialisedAt;
    private Instant restoredAt;

    /** For the persistence provider. */
    protected SiteRow() {}

    SiteSettings read() {
        return new SiteSettings(
                URI.create(url),
                name,
                hardwareId,
                uuid,
                siteId,
                legacySiteId,
                openUrl == null ? null : URI.create(openUrl),
                configuredAt,
                preparedAt,
                initialisedAt);
    }

    String sealedPassword() {
        return sealedPassword;
    }

    void seal(String password) {
        sealedPassword = password;
    }

    void connect(URI server, String as, String password, Instant now) {
        url = server.toString();
        name = as;
        sealedPassword = password;
        configuredAt = now;
    }

    void recognise(String answeredUuid, long number, long legacyNumber, URI openServer) {
        uuid = answeredUuid;
        siteId = number;
        legacySiteId = legacyNumber;
        openUrl = Objects.toString(openServer, null);
    }

    void prepared(Instant now) {
        preparedAt = preparedAt == null ? now : preparedAt;
    }

    void initialised(Instant now) {
        initialisedAt = initialisedAt == null ? now : initialisedAt;
    }

    Instant restoredAt() {
        return restoredAt;
    }

    void restored(Instant now) {
        preparedAt = null;
        restoredAt = now;
    }

    void caughtUp() {
        restoredAt = null;
    }

    void startOver() {
        restoredAt = null;
        preparedAt = null;
        initialisedAt = null;
    }
}
