package org.relais.locations.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.relais.locations.LocationType;

/** What is said about locations in one language. */
record LocationWords(I18NProvider translations, Locale locale) {

    private static final int DIGITS = 6;

    /** A hyphen in front of a figure is easily overlooked. */
    private static final char MINUS = '\u2212';

    String text(String key, Object... parameters) {
        return translations.getTranslation(key, locale, parameters);
    }

    /** A number as the language writes it, with the decimals that it has. */
    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(DIGITS);
        return format.format(number).replace('-', MINUS);
    }

    /**
     * Why a text is no number.
     *
     * @param meant what may have been meant, as it is to be typed; at most two
     * @param example a number as it can be typed
     */
    String refused(List<String> meant, String example) {
        return switch (meant.size()) {
            case 0 -> text("number.unreadable", example);
            case 1 -> text("number.grouped", meant.getFirst());
            default -> text("number.ambiguous", meant.getFirst(), meant.getLast());
        };
    }

    /** A volume with its unit. */
    String volume(BigDecimal volume) {
        return text("locations.volume.unit", number(volume));
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
