package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyCodesTest {

    @ParameterizedTest
    @CsvSource({
        "site_name_not_found, SiteNameNotFound, SITE_UNKNOWN",
        "site_incorrect_password, SiteIncorrectPassword, WRONG_PASSWORD",
        "site_incorrect_hardware_id, SiteIncorrectHardwareId, HARDWARE_ID_MISMATCH",
        "site_has_no_store, SiteHasNoStore, SITE_HAS_NO_STORE",
        "site_auth_timeout, SiteAuthTimeout, SITE_AUTH_TIMEOUT",
        "api_version_incompatible, ApiVersionIncompatible, API_VERSION_V5",
        "sync_is_running, SyncIsRunning, INTEGRATION_IN_PROGRESS"
    })
    void eachCodeIsKnownInBothSpellings(String snake, String joined, FailureCode meaning) {
        assertThat(LegacyCodes.meaning(snake)).contains(meaning);
        assertThat(LegacyCodes.meaning(joined)).contains(meaning);
        assertThat(LegacyCodes.meaningWithin("-> [ \"message: '%s' data: 'null'\" ]".formatted(snake)))
                .contains(meaning);
        assertThat(LegacyCodes.meaningWithin("-> [ \"code: '%s' data: 'null'\" ]".formatted(joined)))
                .contains(meaning);
    }

    @Test
    void aConnectionProblemBehindTheOtherServer() {
        assertThat(LegacyCodes.meaningWithin("Sync api error, url: 'x' -> [ \"Connection problem\", \"..\" ]"))
                .contains(FailureCode.CONNECTION);
    }

    @Test
    void onlyWholeWordsCount() {
        assertThat(LegacyCodes.meaningWithin("https://my_site_incorrect_passwords.org"))
                .isEmpty();
        assertThat(LegacyCodes.meaningWithin("NotSiteHasNoStoreAtAll")).isEmpty();
        assertThat(LegacyCodes.meaningWithin("")).isEmpty();
        assertThat(LegacyCodes.meaning("whatever")).isEmpty();
    }
}
