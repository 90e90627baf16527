package org.relais.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.doors.TokenCheck;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.vocabulary.Invalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
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

    private final KeptTokens tokens;
    private final CurrentUser currentUser;
    private final Clock clock;

    ApiTokens(KeptTokens tokens, CurrentUser currentUser, Clock clock) {
        this.tokens = tokens;
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
        return tokens.findAllByOrderByName().stream().map(KeptToken::shown).toList();
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
        try {
            tokens.saveAndFlush(new KeptToken(draft, made, administrator, clock.instant()));
        } catch (DataIntegrityViolationException taken) {
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
        if (tokens.revoke(token.id()) > 0) {
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
                .flatMap(text -> tokens.findByHash(text.hash()))
                .map(KeptToken::shown)
                .filter(found -> !found.expired(now));
        known.ifPresent(found -> noteUse(found, now));
        return known.map(found -> UsernamePasswordAuthenticationToken.authenticated(
                new TokenHolder(found.id(), found.name()), null, found.level().authorities()));
    }

    /** A time of use that is still to come was noted by a clock that was wrong. */
    private void noteUse(ApiToken token, Instant now) {
        Instant due = now.minus(BETWEEN_NOTES);
        Instant last = token.lastUsedAt();
        if (last == null || !last.isAfter(due) || last.isAfter(now.plus(BETWEEN_NOTES))) {
            try {
                tokens.noteUse(token.id(), now);
            } catch (DataAccessException notNoted) {
                // A good token is good, also while nothing can be written.
                log.debug("The use of the token {} was not noted", token.id(), notNoted);
            }
        }
    }
}
