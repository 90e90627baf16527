package org.relais.coldchain.ui;

import org.relais.coldchain.Breaches;
import org.relais.coldchain.ReadingLog;
import org.relais.coldchain.Readings;
import org.relais.coldchain.StockAtRisk;
import org.springframework.stereotype.Component;

/** Makes what stands below the tabs of the monitoring page. */
@Component
class MonitoringParts {

    private final Breaches breaches;
    private final StockAtRisk stock;
    private final ReadingLog log;
    private final Readings readings;
    private final Desk desk;

    MonitoringParts(Breaches breaches, StockAtRisk stock, ReadingLog log, Readings readings, Desk desk) {
        this.breaches = breaches;
        this.stock = stock;
        this.log = log;
        this.readings = readings;
        this.desk = desk;
    }

    MonitoringPart of(MonitoringTab tab) {
        return switch (tab) {
            case BREACHES -> new BreachPart(breaches, stock);
            case LOG -> new LogPart(log, desk);
            case CHART -> new ChartPart(readings, breaches);
        };
    }
}
