package org.relais.central;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What the mSupply central server says to a user's name and password (protocol.md section 5). */
public sealed interface LoginAnswer {

    /** Name or password are wrong; final, nothing stored may overrule it. */
    record WrongCredentials() implements LoginAnswer {}

    /**
     * The account is blocked after too many failures.
     *
     * @param remaining for how long; the server's number is read as seconds
     */
    record Blocked(Duration remaining) implements LoginAnswer {

        /** Whatever number the server sends, somebody may try again tomorrow. */
        private static final Duration LONGEST = Duration.ofDays(1);

        /** Empty when the answer says something else. */
        static Optional<LoginAnswer> read(JsonNode answer) {
            return answer.path("status").asString("").equals("user_login_timeout")
                    ? Optional.of(new Blocked(Duration.ofSeconds(
                            Math.clamp(answer.path("timeoutRemaining").asLong(0), 0, LONGEST.toSeconds()))))
                    : Optional.empty();
        }
    }

    /**
     * The server looked the user up.
     *
     * @param success whether the status was {@code success}
     * @param authenticated whether the user may sign in
     * @param userName the user's name as the server spells it
     * @param userType as {@code user}
     * @param user the user's account; empty when the answer has no {@code userInfo}
     * @param stores the stores that the user may know; empty when the answer has no {@code userInfo}
     */
    record Known(
            boolean success,
            boolean authenticated,
            String userName,
            String firstName,
            String lastName,
            String jobTitle,
            String userType,
            String service,
            String storeName,
            Optional<NetworkUser> user,
            List<UserStore> stores)
            implements LoginAnswer {

        public Known {
            stores = List.copyOf(stores);
        }

        /** Whether the user is let in. */
        public boolean accepted() {
            return success && authenticated;
        }

        /** A refusal is one also where the rest of the answer is missing. */
        static Known read(Fields answer) {
            boolean success = success(answer.text("status"));
            boolean authenticated = answer.flag("authenticated");
            UnaryOperator<String> text = success && authenticated ? answer::text : name -> answer.text(name, "");
            Optional<Fields> info = answer.has("userInfo") ? Optional.of(answer.object("userInfo")) : Optional.empty();
            return new Known(
                    success,
                    authenticated,
                    text.apply("username"),
                    text.apply("userFirstName"),
                    text.apply("userLastName"),
                    text.apply("userJobTitle"),
                    text.apply("userType"),
                    text.apply("service"),
                    text.apply("storeName"),
                    info.map(fields -> NetworkUser.read(fields.object("user"))),
                    info.stream()
                            .flatMap(fields -> fields.objects("userStores").stream())
                            .map(UserStore::read)
                            .toList());
        }

        private static boolean success(String status) {
            return switch (status) {
                case "success" -> true;
                case "error" -> false;
                default -> throw new UnexpectedAnswer("status: unknown value");
            };
        }
    }

    /**
     * A store that a user knows.
     *
     * @param canLogin whether the user may work there; only such stores count
     * @param isDefault whether it is the one that the user begins with
     * @param permissions place i (from 0) is permission number i + 1
     */
    record UserStore(
            String id,
            String userId,
            String storeId,
            boolean canLogin,
            boolean isDefault,
            boolean canActionReplenishments,
            List<Boolean> permissions) {

        public UserStore {
            permissions = List.copyOf(permissions);
        }

        /**
         * Whether the user has a permission there.
         *
         * @param number as in protocol.md section 13, from 1; numbers that the answer does not have are not granted
         */
        public boolean permits(int number) {
            return number >= 1 && number <= permissions.size() && permissions.get(number - 1);
        }

        static UserStore read(Fields store) {
            return new UserStore(
                    store.text("ID"),
                    store.text("user_ID"),
                    store.text("store_ID"),
                    store.flag("can_login"),
                    store.flag("store_default"),
                    store.flag("can_action_replenishments"),
                    store.flags("permissions"));
        }
    }
}
