package org.relais.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.central.LoginAnswer.UserStore;
import org.relais.central.NetworkUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of the network who signed in here, as the mSupply central server last told of them. */
@Component
public class NetworkUsers {

    /** A record that came after the central server's last answer may say that the network switched the account off. */
    private static final String REMEMBERED = """
            select a.id, a.password, a.checked_at,
                a.active and coalesce(json_value(r.data, '$.active'), '1') <> '0' as active
            from account a
            left join record r on r.type = 'user' and r.id = a.id collate utf8mb4_nopad_bin
                and r.received_at > a.checked_at
            where a.network
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NetworkUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a name or an id belongs to an account of this site's own, which nobody of the network takes over. */
    boolean isTaken(String name, String id) {
        return jdbc.sql("select count(*) from account where not network and (upper(name) = upper(:name) or id = :id)")
                        .param("name", name)
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Who signed in here with that name before. */
    Optional<RememberedUser> find(String name) {
        return jdbc.sql(REMEMBERED + " and upper(a.name) = upper(?)")
                .param(name)
                .query(NetworkUsers::remembered)
                .optional();
    }

    /** Somebody who signed in, as known now; empty when the account is gone or switched off, or has no store here any more. */
    public Optional<SignedInUser> present(String id) {
        return jdbc.sql(REMEMBERED + " and a.id = ?")
                .param(id)
                .query(NetworkUsers::remembered)
                .optional()
                .filter(RememberedUser::active)
                .map(user -> signedIn(user.id()))
                .filter(person -> !person.stores().isEmpty());
    }

    private static RememberedUser remembered(ResultSet row, int number) throws SQLException {
        return new RememberedUser(
                row.getString("id"),
                row.getString("password"),
                row.getBoolean("active"),
                row.getObject("checked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    /** Lets nobody in with the password that was kept. */
    void forgetPassword(String id) {
        jdbc.sql("update account set password = null where network and id = ?")
                .param(id)
                .update();
    }

    /**
     * Keeps what the central server said, in place of what was kept before. A language that the person chose here stays.
     *
     * @param hash the password's hash, or null for none
     * @param stores those of the answer; those that the site does not know are skipped
     * @return the person
     */
    @Transactional
    SignedInUser keep(NetworkUser user, String hash, List<UserStore> stores) {
        giveUpName(user);
        Locale language = language(user);
        jdbc.sql("""
                        insert into account (id, name, password, administrator, network, display_name, active, language,
                            created_at, changed_at, checked_at)
                        values (:id, :name, :hash, false, true, :called, :active, :language, :now, :now, :now)
                        on duplicate key update name = values(name), password = values(password),
                            display_name = values(display_name), active = values(active),
                            language = coalesce(language, values(language)), changed_at = values(changed_at),
                            checked_at = values(checked_at)
                        """)
                .param("id", user.id())
                .param("name", user.name())
                .param("hash", hash)
                .param("called", called(user))
                .param("active", user.active())
                .param("language", language == null ? null : language.toLanguageTag())
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql("delete from account_store where account_id = ?")
                .param(user.id())
                .update();
        stores.stream().filter(UserStore::canLogin).forEach(store -> keep(user.id(), store));
        return signedIn(user.id());
    }

    /** A name that was somebody else's before is the newer person's now, in whatever case it is written. */
    private void giveUpName(NetworkUser user) {
        jdbc.sql("select id from account where network and upper(name) = upper(?) and id <> ?")
                .params(user.name(), user.id())
                .query(String.class)
                .list()
                .forEach(earlier -> jdbc.sql("delete from account where id = ?")
                        .param(earlier)
                        .update());
    }

    private void keep(String userId, UserStore store) {
        jdbc.sql("""
                        insert into account_store (account_id, store_id, preferred, permissions)
                        select :user, s.id, :preferred, :permissions from store_view s where s.id = :store
                        on duplicate key update preferred = values(preferred), permissions = values(permissions)
                        """)
                .param("user", userId)
                .param("store", store.storeId())
                .param("preferred", store.isDefault())
                .param("permissions", numbers(store))
                .update();
    }

    private static String numbers(UserStore store) {
        return IntStream.rangeClosed(1, store.permissions().size())
                .filter(store::permits)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    /** The person with the stores of this site that they may enter: none when there is none. */
    SignedInUser signedIn(String id) {
        List<StoreAccess> stores = jdbc.sql("""
                        select a.store_id, a.permissions
                        from account_store a
                        join store_view s on s.id = a.store_id
                        where a.account_id = ? and s.site_id = (select site_id from site) and not s.disabled
                        order by a.preferred desc, s.name collate utf8mb4_unicode_ci, s.id
                        """)
                .param(id)
                .query((row, number) ->
                        new StoreAccess(row.getString("store_id"), permissions(row.getString("permissions"))))
                .list();
        return jdbc.sql("select name, display_name, language from account where id = ?")
                .param(id)
                .query((row, number) -> new SignedInUser(
                        id,
                        row.getString("name"),
                        row.getString("display_name"),
                        false,
                        row.getString("language") == null ? null : Locale.forLanguageTag(row.getString("language")),
                        Set.of(),
                        stores))
                .single();
    }

    private static Set<Permission> permissions(String numbers) {
        return Arrays.stream(numbers.split(","))
                .filter(number -> !number.isEmpty())
                .flatMap(number -> Permission.numbered(Integer.parseInt(number)).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    private static String called(NetworkUser user) {
        String called = (user.firstName().strip() + " " + user.lastName().strip()).strip();
        return called.isEmpty() ? user.name() : called;
    }

    /** The language of the network's record, or null for one that the pages do not speak. */
    private static Locale language(NetworkUser user) {
        return switch ((int) user.language()) {
            case 0 -> Locale.ENGLISH;
            case 1 -> Locale.FRENCH;
            case 2 -> Locale.of("es");
            default -> null;
        };
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
