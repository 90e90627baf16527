package org.relais.record;

/** What {@link Integrator} tells and asks while it works. Called between chunks, by the integrating thread. */
public interface IntegrationProgress {

    /** How many records there are to integrate. May grow while integrating, when waiting records find what they waited for. */
    void total(long records);

    /** How many of them are done, set aside ones included; grows up to the total. */
    void done(long records);

    /** How many of those that are done were set aside. Told after them, and only where it has changed. */
    void setAside(long records);

    /** Whether to stop at the next chunk. What was done stays done. */
    boolean cancelled();
}
