package org.relais.run;

/** What a step tells about itself while it works. Called by the run's thread only. */
public class StepProgress {

    private final SyncStep step;
    private final RunLog log;
    private Long total;
    private long done;
    private Long sent;
    private Long setAside;

    public StepProgress(SyncStep step, RunLog log) {
        this.step = step;
        this.log = log;
    }

    /** How many records or changes the step has to process, as far as is known now. */
    public void total(long records) {
        total = records;
        tell();
    }

    /** How many it has processed so far. */
    public void done(long records) {
        done = records;
        tell();
    }

    /** So many more were received, and so many more are to come. */
    public void received(long more, long stillToCome) {
        done += more;
        total = done + stillToCome;
        tell();
    }

    /** So many more changes were processed, of which so many were sent. */
    public void processed(long changes, long sentOfThem) {
        done += changes;
        sent = (sent == null ? 0 : sent) + sentOfThem;
        total = Math.max(total == null ? 0 : total, done);
        tell();
    }

    /** How many of those it has processed were set aside. */
    public void setAside(long records) {
        setAside = records;
        tell();
    }

    public long done() {
        return done;
    }

    private void tell() {
        log.progress(step, total, done, sent, setAside);
    }
}
