package org.relais.locations.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.relais.locations.LocationType;

/** What is said about locations in one language. */
record LocationWords(I18NProvider translations, Locale locale) {

    private static final int DIGITS = 6;

    String text(String key, Object... parameters) {
        return translations.getTranslation(key, locale, parameters);
    }

    /** A number as the language writes it, with the decimals that it has. */
    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(DIGITS);
        return format.format(number);
    }

    /** A type with its temperatures: "Fridge (2 °C to 8 °C)"; empty for none. */
    String type(LocationType type) {
        if (type == null) {
            return "";
        }
        return type.temperatureMin() == null || type.temperatureMax() == null
                ? type.name()
                : text("locations.type", type.name(), number(type.temperatureMin()), number(type.temperatureMax()));
    }
}
