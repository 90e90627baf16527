package org.relais.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.catalogue.Action;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Bytes;
import org.relais.demo.district.District;
import org.relais.demo.district.Series;

/** Something happens elsewhere in the network, so that a site's next pull has something to bring. */
final class Deliveries {
    private static final int LINES = 5;

    private final Network network;

    Deliveries(Network network) {
        this.network = network;
    }

    /**
     * The regional store ships a new item to a site's first store: the item and a facility's changed comment on the central
     * log, the shipment with its lines in the site's queue, a new entry in a refrigerator's log by V6.
     *
     * @return how many records that makes
     */
    synchronized int arrive(int site) {
        District district = network.district();
        if (district.stores(site).isEmpty()) {
            throw new IllegalArgumentException("site " + site + " has no store");
        }
        long number = network.central().size();
        String item = newId("item", number);
        Series items = district.series("item");
        String itemData = with(with(items.data(number % items.count()), "ID", item), "code", "NOUV" + number);
        network.happen(new Event.CentralChanged(new WireRecord(new RecordKey("item", item), Action.UPSERT, itemData)));

        Series facilities = district.series("facility");
        long facility = number % (facilities.count() - 1);
        String comment = "Livraison " + number + " annoncée · Entrega " + number + " anunciada";
        network.happen(new Event.CentralChanged(new WireRecord(
                new RecordKey("name", facilities.id(facility)),
                Action.UPSERT,
                with(facilities.data(facility), "comment", comment))));

        String shipment = newId("transact", number);
        network.happen(new Event.Queued(site, shipment(site, shipment, number)));
        for (int line = 0; line < LINES; line++) {
            network.happen(new Event.Queued(site, line(site, shipment, item, number, line)));
        }

        Series logs = district.series(site, "asset_log");
        String entry = newUuid(number);
        String entryData = with(with(logs.data(number % logs.count()), "id", entry), "comment", comment);
        network.happen(new Event.OpenChanged(
                site, new WireRecord(new RecordKey("asset_log", entry), Action.UPSERT, entryData)));
        return LINES + 4;
    }

    private WireRecord shipment(int site, String id, long number) {
        District district = network.district();
        int receiver = district.stores(site).getFirst();
        Series issues = district.series(site, "issue");
        String data = with(issues.data(number % issues.count()), "ID", id);
        data = with(data, "store_ID", district.series("store").id(0));
        data = with(data, "name_ID", district.series("store_name").id(receiver));
        return new WireRecord(new RecordKey("transact", id), Action.UPSERT, data);
    }

    /** The stock line is one of the sending store, which sites do not get. */
    private WireRecord line(int site, String shipment, String item, long number, int line) {
        Series lines = network.district().series(site, "issue_line");
        String id = newId("trans_line" + line, number);
        String data = with(lines.data((number + line) % lines.count()), "ID", id);
        data = with(with(data, "transaction_ID", shipment), "item_line_ID", "");
        return new WireRecord(
                new RecordKey("trans_line", id), Action.UPSERT, line == 0 ? with(data, "item_ID", item) : data);
    }

    private static String newId(String kind, long number) {
        return new Bytes(32)
                .appendHex(Series.mix(kind.hashCode() + number), 16, true)
                .appendHex(Series.mix(number), 16, true)
                .toString();
    }

    private static String newUuid(long number) {
        return new Series("asset_log", "asset_log", Series.mix(number), 1, true, List.of()).id(0);
    }

    private static String with(String data, String key, String value) {
        String field = Pattern.quote('"' + key + "\":") + "\"[^\"]*\"";
        return data.replaceFirst(field, Matcher.quoteReplacement('"' + key + "\":" + JsonCopy.quoted(value)));
    }
}
