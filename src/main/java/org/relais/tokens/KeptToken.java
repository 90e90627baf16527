package org.relais.tokens;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A token as it is kept: everything that is known of it, and of itself the hash only. */
@Entity
@Table(name = "api_token")
@DynamicUpdate
class KeptToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Convert(converter = LevelColumn.class)
    private TokenLevel level;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String hash;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String ending;

    private String madeBy;
    private Instant madeAt;
    private Instant expiresAt;
    private Instant lastUsedAt;

    /** It expired, and stays so whatever a clock says later. */
    private boolean ended;

    /** For the persistence provider. */
    protected KeptToken() {}

    KeptToken(TokenDraft draft, TokenText text, String madeBy, Instant now) {
        this.name = draft.name();
        this.level = draft.level();
        this.hash = text.hash();
        this.ending = text.ending();
        this.madeBy = madeBy;
        this.madeAt = now;
        this.expiresAt = draft.validity().from(now);
    }

    ApiToken shown() {
        return new ApiToken(id, name, level, ending, madeBy, madeAt, expiresAt, lastUsedAt, ended);
    }
}
