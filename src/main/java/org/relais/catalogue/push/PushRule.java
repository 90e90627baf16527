package org.relais.catalogue.push;

import java.util.Map;
import java.util.Optional;

/** Prepares a stored record for its push form where no description can say how. */
public interface PushRule {

    /** Leaves the record as it is. */
    PushRule NONE = draft -> {};

    /** The rules that record-types.yaml can name. */
    Map<String, PushRule> BY_NAME = Map.ofEntries(
            Map.entry("TransactPush", new TransactPush()),
            Map.entry("TransLinePush", new TransLinePush()),
            Map.entry("StocktakePush", new StocktakePush()),
            Map.entry("StocktakeLinePush", new StocktakeLinePush()),
            Map.entry("RequisitionPush", new RequisitionPush()),
            Map.entry("RequisitionLinePush", new RequisitionLinePush()),
            Map.entry("NamePush", new NamePush()),
            Map.entry("NameStoreJoinPush", new NameStoreJoinPush()),
            Map.entry("ClinicianPush", new ClinicianPush()),
            Map.entry("SensorPush", new SensorPush()),
            Map.entry("DocumentPush", new DocumentPush()),
            Map.entry("PurchaseOrderPush", new PurchaseOrderPush()));

    /** Changes the draft's values, or says why the record is not sent. */
    void prepare(PushDraft draft);

    /** The rule of a name. */
    static Optional<PushRule> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
