package org.relais.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the driver's connections: see {@link PatientSocket}. The driver knows it by its name, and connects by itself. */
public final class PatientSockets extends SocketFactory {

    /** Called by the driver. */
    public PatientSockets() {
        super();
    }

    @Override
    public Socket createSocket() {
        return new PatientSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw unused();
    }

    private static IOException unused() {
        return new IOException("Only sockets that are not connected yet are made here");
    }
}
