package org.relais.locations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.components.DecimalField;
import org.relais.locations.LocationQuery;
import org.relais.locations.Locations;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

/** The volume of a location, as people type it on keyboards of any language. */
class LocationVolumeTest extends SeededSite {

    @Autowired
    private Locations locations;

    @BeforeEach
    void noStoreButOne() {
        signIn();
        noStores();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 0.5       | 0.5  |
            fr | 0,5       | 0.5  |
            en | 1,5       | 1.5  |
            es | 1.5       | 1.5  |
            fr | 1.500     |      | Ce nombre peut se lire de deux façons. Saisissez 1500 ou 1,5.
            en | 1,500     |      | This number can be read in two ways. Enter 1500 or 1.5.
            es | 1 500     |      | Introduzca el número sin separar los millares: 1500
            fr | 1,5,0     |      | Ce nombre ne peut pas être lu avec certitude. Saisissez-le ainsi : 12,5
            """)
    void bothKeysAreADecimalSignAndThousandsAreNeverGuessed(
            String language, String typed, BigDecimal volume, String refusal) {
        VaadinSession.getCurrent().setLocale(Locale.of(language));
        UI.getCurrent().setLocale(Locale.of(language));
        String store = newStore("Centre de santé");
        navigate(LocationsView.class);
        press("location-add");
        find(TextField.class).withId("location-code").single().setValue("F1");
        volume().setValue(typed);
        press("location-save");

        if (refusal == null) {
            assertThat(locations
                            .list(new LocationQuery(store, "", LocationQuery.Order.CODE, false), 0, 1)
                            .getFirst()
                            .volume())
                    .isEqualByComparingTo(volume);
        } else {
            assertThat(volume().getErrorMessage().replace('\u00a0', ' ')).isEqualTo(refusal);
            assertThat(volume().getValue()).isEqualTo(typed);
        }
    }

    private void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }

    private DecimalField volume() {
        return find(DecimalField.class).withId("location-volume").single();
    }
}
