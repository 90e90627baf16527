package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A change that waited in a backup, beside what the central server has by now. */
class ThreeWayTest {

    private static final String BASE = "{\"ID\":\"a\",\"code\":\"A1\",\"hold\":false,\"Volume\":0}";
    private static final String OURS = "{\"ID\":\"a\",\"code\":\"A2\",\"hold\":false,\"Volume\":0}";

    @Test
    void aChangeThatTheServerLacksIsMadeToWhatItHas() {
        ThreeWay texts = ThreeWay.of(BASE, OURS, "{\"code\":\"A1\",\"ID\":\"a\",\"hold\":true,\"note\":null}");

        assertThat(texts.isUntouched()).isTrue();
        assertThat(texts.isContained()).isFalse();
        assertThat(texts.rebased()).isEqualTo("{\"code\":\"A2\",\"ID\":\"a\",\"hold\":true,\"note\":null}");
    }

    @Test
    void aChangeThatTheServerHasIsContainedWhateverElseChanged() {
        assertThat(ThreeWay.of(BASE, OURS, "{\"ID\":\"a\",\"code\":\"A2\",\"hold\":true}")
                        .isContained())
                .isTrue();
    }

    @Test
    void aThirdValueIsSomethingLater() {
        ThreeWay texts = ThreeWay.of(BASE, OURS, "{\"ID\":\"a\",\"code\":\"A3\",\"hold\":false}");

        assertThat(texts.isContained()).isFalse();
        assertThat(texts.isUntouched()).isFalse();
    }

    @Test
    void theServersOwnWayOfWritingIsNoChange() {
        String base = "{\"code\":\"\",\"Volume\":0,\"type_ID\":null,\"hold\":false}";
        String ours = "{\"code\":\"B\",\"Volume\":2,\"type_ID\":\"t\",\"hold\":false}";

        assertThat(ThreeWay.of(base, ours, "{\"Volume\":0.00,\"type_ID\":\"\",\"hold\":0}")
                        .isUntouched())
                .isTrue();
        assertThat(ThreeWay.of(base, ours, "{\"code\":\"B\",\"Volume\":2.0,\"type_ID\":\"t\"}")
                        .isContained())
                .isTrue();
    }

    @Test
    void aDeletedRecordThatWasMadeAnewSaysSomethingElse() {
        assertThat(ThreeWay.saysTheSame(BASE, "{\"ID\":\"a\",\"code\":\"A1\"}")).isTrue();
        assertThat(ThreeWay.saysTheSame(BASE, OURS)).isFalse();
    }
}
