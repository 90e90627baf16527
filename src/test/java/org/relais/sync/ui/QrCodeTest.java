package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final int SCALE = 8;

    @ParameterizedTest
    @ValueSource(strings = {"http://192.168.1.20:8080", "https://kinkala.sante.example.org", "http://10.0.0.7"})
    void holdsExactlyTheAddress(String address) throws Exception {
        assertThat(scan(new QrCode(address).svg())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = "http://192.168.1.20:8080")
    void leavesFourModulesWhiteAroundIt(String address) {
        Matcher module = modules(new QrCode(address).svg());
        while (module.find()) {
            assertThat(Integer.parseInt(module.group(1))).isGreaterThanOrEqualTo(4);
            assertThat(Integer.parseInt(module.group(2))).isGreaterThanOrEqualTo(4);
        }
    }

    /** Nepali, like Burmese and Arabic, writes numbers in digits of its own. */
    @Test
    void isTheSamePictureWhateverTheMachinesLanguage() {
        String usual = new QrCode("http://10.0.0.7").svg();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ne-NP"));
        try {
            assertThat("%d".formatted(10)).isNotEqualTo("10");
            assertThat(new QrCode("http://10.0.0.7").svg()).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Matcher modules(String svg) {
        return Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1").matcher(svg);
    }

    private static String scan(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher module = modules(svg);
        while (module.find()) {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            int width = Integer.parseInt(module.group(3)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + width, 0);
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
                .getText();
    }
}
