package org.relais.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.relais.catalogue.JsonCopy;
import org.relais.demo.district.District;

/** Signs the network's users in, as the mSupply central server does it. */
final class LegacySignIn {
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int TRIES_BEFORE_BLOCKED = 5;
    private static final Duration BLOCKED = Duration.ofMinutes(1);

    private final Network network;
    private final Map<String, Blocking> blockings = new ConcurrentHashMap<>();

    LegacySignIn(Network network) {
        this.network = network;
    }

    /** How often in a row a user's password was wrong, and until when they are kept out. */
    private record Blocking(int wrong, Instant until) {}

    Answer signIn(Request request) throws IOException {
        Json.Fields login = Json.object(request.body(LARGEST_BODY));
        String name = login.text("username");
        String password = login.text("password");
        Instant now = network.clock().instant();
        Blocking blocking = blockings.getOrDefault(name, new Blocking(0, Instant.MIN));
        if (now.isBefore(blocking.until())) {
            long left = Math.max(1, Duration.between(now, blocking.until()).toSeconds());
            return Answer.json("{\"status\":\"user_login_timeout\",\"timeoutRemaining\":" + left + '}')
                    .status(403);
        }
        Optional<DemoUser> user = network.users().stream()
                .filter(each -> each.name().equals(name) && each.password().equals(password))
                .findFirst();
        if (user.isEmpty()) {
            int wrong = blocking.wrong() + 1;
            blockings.put(
                    name,
                    wrong < TRIES_BEFORE_BLOCKED
                            ? new Blocking(wrong, Instant.MIN)
                            : new Blocking(0, now.plus(BLOCKED)));
            return Answer.json("{\"status\":\"error\",\"authenticated\":false}").status(401);
        }
        blockings.remove(name);
        return Answer.json(welcome(user.get(), login.text("siteName", null)));
    }

    private String welcome(DemoUser user, String siteName) {
        return "{\"status\":\"success\",\"authenticated\":true,\"username\":" + JsonCopy.quoted(user.name())
                + ",\"userFirstName\":" + JsonCopy.quoted(user.firstName()) + ",\"userLastName\":"
                + JsonCopy.quoted(user.lastName()) + ",\"userJobTitle\":" + JsonCopy.quoted(user.jobTitle())
                + ",\"userType\":\"user\",\"service\":\"\",\"storeName\":\"\",\"userInfo\":{\"user\":{\"ID\":\""
                + user.id()
                + "\",\"name\":" + JsonCopy.quoted(user.name())
                + ",\"startup_method\":\"\",\"nblogins\":1,\"group_id\":\"\",\"mode\":\"\",\"active\":" + user.active()
                + ",\"lasttime\":0,"
                + "\"initials\":\"\",\"first_name\":" + JsonCopy.quoted(user.firstName()) + ",\"last_name\":"
                + JsonCopy.quoted(user.lastName()) + ",\"address_1\":\"\",\"address_2\":\"\",\"e_mail\":"
                + JsonCopy.quoted(user.email()) + ",\"phone1\":\"\",\"phone2\":\"\",\"job_title\":"
                + JsonCopy.quoted(user.jobTitle()) + ",\"responsible_officer\":false,\"Language\":" + user.language()
                + ",\"use_ldap\":false,\"ldap_login_string\":\"\",\"receives_sms_errors\":false,\"is_group\":false,"
                + "\"windows_user_name\":\"\",\"license_category_id\":\"\",\"isInactiveAuthoriser\":false,\"spare_1\":\"\"},"
                + "\"userStores\":[" + String.join(",", userStores(user, siteName)) + "]}}";
    }

    /** The stores that the user may enter, one of them as the default, and one store of the network where they may not sign in. */
    private List<String> userStores(DemoUser user, String siteName) {
        List<Integer> own = ownStores(user, siteName);
        int preferred = user.reach() == DemoUser.Reach.ONE ? own.size() - 1 : 0;
        List<String> stores = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            stores.add(userStore(user, own.get(at), true, at == preferred));
        }
        stores.add(userStore(user, 0, false, false));
        return stores;
    }

    private List<Integer> ownStores(DemoUser user, String siteName) {
        Optional<Integer> site = Optional.ofNullable(siteName)
                .flatMap(network::site)
                .map(each -> each.site().number());
        boolean elsewhere = user.reach() == DemoUser.Reach.ELSEWHERE;
        District district = network.district();
        return district.sites().stream()
                .filter(number -> site.isEmpty() || elsewhere != number.equals(site.get()))
                .flatMap(number -> district.stores(number).stream())
                .toList();
    }

    private String userStore(DemoUser user, int store, boolean canLogin, boolean preferred) {
        String storeId = network.district().series("store").id(store);
        return "{\"ID\":\"us-" + user.name() + '-' + store + "\",\"user_ID\":\"" + user.id() + "\",\"store_ID\":\""
                + storeId + "\",\"can_login\":" + canLogin + ",\"store_default\":" + preferred
                + ",\"can_action_replenishments\":false,\"permissions\":" + user.permissionsJson(preferred) + '}';
    }
}
