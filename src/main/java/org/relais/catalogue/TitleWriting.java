package org.relais.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How what a title shows and is no plain text is written for whoever reads it. */
public interface TitleWriting {

    /** As the wire writes it, for who looks for a record by what it has. */
    TitleWriting OF_THE_WIRE = new TitleWriting() {

        @Override
        public String day(LocalDate day) {
            return day.toString();
        }

        @Override
        public String moment(Instant moment) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
        }

        @Override
        public String decimal(BigDecimal number) {
            return number.toPlainString();
        }
    };

    /** A day of a record, as of birth or of expiry: the same in every zone. */
    String day(LocalDate day);

    /** A point in time. */
    String moment(Instant moment);

    /** A number with a fraction, as a temperature. */
    String decimal(BigDecimal number);
}
