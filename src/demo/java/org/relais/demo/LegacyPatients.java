package org.relais.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Series;

/** The network's patients, as the mSupply central server finds them and makes them visible in a store. */
final class LegacyPatients {
    private static final int LARGEST_BODY = 64 * 1024;

    private final Network network;
    private final LegacyAccess access;

    LegacyPatients(Network network, LegacyAccess access) {
        this.network = network;
        this.access = access;
    }

    Answer find(Request request) {
        access.credentials(request);
        long limit = request.number("limit") == 0 ? Long.MAX_VALUE : request.number("limit");
        List<String> found = patients().stream()
                .filter(patient -> patient.fits(request))
                .skip(request.number("offset"))
                .limit(limit)
                .map(Patient::toJson)
                .toList();
        return Answer.json("[" + String.join(",", found) + "]");
    }

    private List<Patient> patients() {
        List<Patient> all = new ArrayList<>();
        for (int number : network.district().sites()) {
            Series series = network.district().series(number, "patient");
            for (long index = 0; index < series.count(); index++) {
                all.add(Patient.of(series.data(index)));
            }
        }
        return all;
    }

    Answer join(Request request) throws IOException {
        LegacySite site = access.credentials(request);
        Json.Fields join = Json.object(request.body(LARGEST_BODY));
        String nameId = join.text("name_ID");
        String storeId = join.text("store_ID");
        Optional<Patient> patient =
                patients().stream().filter(each -> each.id().equals(nameId)).findFirst();
        boolean ownStore = network.district().stores(site.site().number()).stream()
                .anyMatch(store -> network.district().series("store").id(store).equals(storeId));
        if (patient.isEmpty() || !ownStore) {
            return Answer.text(404, "Not found");
        }
        String id = Patient.joinId(nameId, storeId);
        int number = site.site().number();
        network.happen(new Event.Queued(
                number,
                new WireRecord(
                        new RecordKey("name", nameId),
                        Action.UPSERT,
                        patient.get().data())));
        String data = "{\"ID\":\"" + id + "\",\"store_ID\":\"" + storeId + "\",\"name_ID\":\"" + nameId
                + "\",\"inactive\":false,\"om_name_is_customer\":true,\"om_name_is_supplier\":false}";
        network.happen(
                new Event.Queued(number, new WireRecord(new RecordKey("name_store_join", id), Action.UPSERT, data)));
        return Answer.json("{\"ID\":\"" + id + "\",\"name_ID\":\"" + nameId + "\",\"store_ID\":\"" + storeId
                + "\",\"inactive\":false}");
    }
}
