package io.hindsight.console.local;

import java.io.IOException;

/** A process that starts a broker, says where it serves, and holds it until it is ended itself. */
final class BrokerHolder {
    private BrokerHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (LocalBroker broker = LocalBroker.start()) {
            System.out.println(broker.bootstrap());
            System.in.read();
        }
    }
}
