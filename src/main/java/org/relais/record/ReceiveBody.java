package org.relais.record;

/** One call that receives records: reads a server's answer and hands everything in it to the intake. */
@FunctionalInterface
public interface ReceiveBody {

    /** Any exception undoes everything that was handed over. */
    void receive(Intake intake);
}
