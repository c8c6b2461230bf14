package io.hindsight.console.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free loopback ports below the range that the system hands out for outgoing connections. A port
 * from that range could be taken, while the broker is down, by the very client that tries to reach
 * it: on loopback such a connection meets itself, and the broker could never come back.
 */
final class LoopbackPorts {
    private static final int FROM = 20_000;
    private static final int TO = 30_000;
    private static final int TRIES = 1_000;

    private LoopbackPorts() {}

    static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free loopback port from " + FROM + " to " + TO);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
