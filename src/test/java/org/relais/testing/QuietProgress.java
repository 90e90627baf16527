package org.relais.testing;

import org.relais.record.IntegrationProgress;

/** Progress that nobody looks at, of an integration that nobody cancels. */
public final class QuietProgress implements IntegrationProgress {

    @Override
    public void total(long records) {}

    @Override
    public void done(long records) {}

    @Override
    public void setAside(long records) {}

    @Override
    public boolean cancelled() {
        return false;
    }
}
