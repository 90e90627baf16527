package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's address as phones scan it: from the picture that stands on the screen, not from what it was made of. */
class QrJourneyTest extends JourneySite {

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theCodeHoldsTheAddressShownSmallAndEnlarged(ColorScheme scheme) throws Exception {
        Visitor visitor = signedIn("fr");
        visitor.prefers(scheme);
        visitor.open("synchronisation");
        String shown = visitor.find("#server-url").textContent();
        assertThat(shown).isEqualTo(PUBLIC_URL);
        Locator small = visitor.find("#server-qr");
        assertThat(scanned(small, "small-" + scheme)).isEqualTo(shown);

        small.click();
        Locator large = visitor.find("#server-qr-large");
        assertThat(large).isVisible();
        assertThat(large).isFocused();
        assertThat(scanned(large, "large-" + scheme)).isEqualTo(shown);
        assertThat(large.locator("img").boundingBox().width)
                .isGreaterThan(3 * small.locator("img").boundingBox().width);
        large.click();
        assertThat(large).isHidden();

        small.press("Enter");
        assertThat(large).isVisible();
        visitor.page().keyboard().press("Escape");
        assertThat(large).isHidden();
        assertThat(small).isFocused();
    }

    private static String scanned(Locator code, String name) throws Exception {
        byte[] picture = code.screenshot(
                new Locator.ScreenshotOptions().setPath(Path.of("target/journeys", "qr-" + name + ".png")));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(
                        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(picture))))))
                .getText();
    }
}
