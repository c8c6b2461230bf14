package io.hindsight.console.local;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the broker's own process: Kafka's, and beside it a thread that ends the process
 * when its standard input ends. The starter holds the other end, so that no broker outlives it,
 * even when the starter was killed.
 *
 * <p>Only the JDK is used here: the broker's class path holds nothing of the console but this
 * class's directory or jar.
 */
final class BrokerMain {
    private static final String KAFKA = "kafka.Kafka";

    private BrokerMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(() -> endWith(System.in), "starter-watch");
        watch.setDaemon(true);
        watch.start();
        try {
            Class.forName(KAFKA).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWith(InputStream input) {
        try {
            while (input.read() >= 0) {
                // Nothing is ever sent; only the end matters.
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        Runtime.getRuntime().halt(0);
    }
}
