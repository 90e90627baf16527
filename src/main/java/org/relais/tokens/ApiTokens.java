package org.relais.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relais.doors.TokenCheck;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.vocabulary.Invalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The tokens of this site. Only their hashes are kept, so none can be shown again. */
@Component
public class ApiTokens implements TokenCheck {

    private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);

    /** When a token was last used is not worth more writing than this. */
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Every token, by name.
     *
     * @throws AccessDeniedException unless an administrator asks
     */
    public List<ApiToken> list() {
        currentUser.require(Permission.ADMINISTER_SERVER);
        return jdbc.sql("select * from api_token order by name")
                .query(ApiTokens::read)
                .list();
    }

    /**
     * Makes a token.
     *
     * @return the token; it is not kept and cannot be had again
     * @throws Invalid when the draft is wrong
     * @throws AccessDeniedException unless an administrator asks
     */
    public TokenText make(TokenDraft draft) {
        String administrator = currentUser.require(Permission.ADMINISTER_SERVER).name();
        Set<TokenProblem> problems = draft.problems();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        TokenText made = TokenText.random();
        Instant now = clock.instant();
        try {
            jdbc.sql("""
                    insert into api_token (name, level, hash, ending, made_by, made_at, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            draft.name(),
                            draft.level().key(),
                            made.hash(),
                            made.ending(),
                            administrator,
                            utc(now),
                            utc(draft.validity().from(now)))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Invalid(EnumSet.of(TokenProblem.NAME_TAKEN));
        }
        log.info(
                "{} made the token \"{}\" ({}, {})",
                administrator,
                draft.name(),
                made,
                draft.level().key());
        return made;
    }

    /**
     * Takes everything from a token that it could. Nothing happens when it was revoked before.
     *
     * @throws AccessDeniedException unless an administrator asks
     */
    public void revoke(ApiToken token) {
        String administrator = currentUser.require(Permission.ADMINISTER_SERVER).name();
        if (jdbc.sql("delete from api_token where id = ?").param(token.id()).update() > 0) {
            log.info(
                    "{} revoked the token \"{}\" ({}…{})",
                    administrator,
                    token.name(),
                    TokenText.PREFIX,
                    token.ending());
        }
    }

    @Override
    public Optional<Authentication> check(String token) {
        Instant now = clock.instant();
        Optional<ApiToken> known = TokenText.of(token)
                .flatMap(text -> jdbc.sql("select * from api_token where hash = ?")
                        .param(text.hash())
                        .query(ApiTokens::read)
                        .optional())
                .filter(found -> !found.expired(now));
        known.ifPresent(found -> noteUse(found, now));
        return known.map(found -> UsernamePasswordAuthenticationToken.authenticated(
                new TokenHolder(found.id(), found.name()), null, found.level().authorities()));
    }

    private void noteUse(ApiToken token, Instant now) {
        Instant due = now.minus(BETWEEN_NOTES);
        if (token.lastUsedAt() == null || !token.lastUsedAt().isAfter(due)) {
            try {
                jdbc.sql("update api_token set last_used_at = ? where id = ?")
                        .params(utc(now), token.id())
                        .update();
            } catch (DataAccessException notNoted) {
                // A good token is good, also while nothing can be written.
                log.debug("The use of the token {} was not noted", token.id(), notNoted);
            }
        }
    }

    private static ApiToken read(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                TokenLevel.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getString("ending"),
                row.getString("made_by"),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
