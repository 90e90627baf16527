package org.relais.central;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The mSupply central server's error codes (protocol.md section 3, v5 errors). They come in two spellings:
 * {@code site_incorrect_password} from that server itself, and {@code SiteIncorrectPassword} inside the text with which
 * an Open mSupply central server reports what the other one answered (section 14).
 */
final class LegacyCodes {

    private static final Map<String, FailureCode> CODES = Map.of(
            "site_name_not_found", FailureCode.SITE_UNKNOWN,
            "site_incorrect_password", FailureCode.WRONG_PASSWORD,
            "site_incorrect_hardware_id", FailureCode.HARDWARE_ID_MISMATCH,
            "site_has_no_store", FailureCode.SITE_HAS_NO_STORE,
            "site_auth_timeout", FailureCode.SITE_AUTH_TIMEOUT,
            "api_version_incompatible", FailureCode.API_VERSION_V5,
            "sync_is_running", FailureCode.INTEGRATION_IN_PROGRESS);

    private static final Map<String, FailureCode> SPELLINGS = spellings();

    private static final Pattern ANY_CODE = Pattern.compile(
            "(?<![A-Za-z0-9_])(" + String.join("|", SPELLINGS.keySet()) + ")(?![A-Za-z0-9_])|(Connection problem)");

    private LegacyCodes() {}

    private static Map<String, FailureCode> spellings() {
        Map<String, FailureCode> spellings = new LinkedHashMap<>(CODES);
        CODES.forEach((code, meaning) -> spellings.put(inOnePiece(code), meaning));
        return spellings;
    }

    private static String inOnePiece(String code) {
        return Arrays.stream(code.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** What a code means in either spelling; empty for codes without a meaning of their own. */
    static Optional<FailureCode> meaning(String code) {
        return Optional.ofNullable(SPELLINGS.get(code));
    }

    /**
     * What a text means that may carry one of the codes, or {@code Connection problem} when the Open mSupply central
     * server could not reach the other; empty when it carries neither. Codes count only as whole words.
     */
    static Optional<FailureCode> meaningWithin(String text) {
        Matcher found = ANY_CODE.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        return found.group(2) != null ? Optional.of(FailureCode.CONNECTION) : meaning(found.group(1));
    }
}
