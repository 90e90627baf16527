package org.relais.coldchain.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.relais.coldchain.StockAtRisk;
import org.relais.language.PhraseBook;
import org.relais.locations.Location;
import org.relais.locations.ui.LocationSection;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** What stands at a location at this moment. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(20)
class LocationStock extends LocationSection {

    private final StockAtRisk stock;
    private final PhraseBook phraseBook;
    private final Clock clock;
    private final StockTable table = new StockTable("location-stock-lines");

    LocationStock(StockAtRisk stock, PhraseBook phraseBook, Clock clock) {
        super("location-stock");
        this.stock = stock;
        this.phraseBook = phraseBook;
        this.clock = clock;
        add(table, all());
    }

    @Override
    protected void show(Location location) {
        MonitoringWords words = new MonitoringWords(phraseBook.of(UI.getCurrent()), clock.instant());
        table.show(few(stock.at(location.id())), words);
    }
}
