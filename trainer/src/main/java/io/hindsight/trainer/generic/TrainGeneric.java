package io.hindsight.trainer.generic;

import io.hindsight.model.bundle.GenericCodec;
import io.hindsight.model.generic.GenericWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Trains the generic net and writes it: {@code TrainGeneric FILE [SEED [HIDDEN SERIES]]}. Without
 * more than the file it makes the net that is shipped, byte for byte.
 */
public final class TrainGeneric {
    private static final String USAGE = "usage: TrainGeneric FILE [SEED [HIDDEN SERIES]]";

    private TrainGeneric() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1 && args.length != 2 && args.length != 4) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            write(Path.of(args[0]), options(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static GenericOptions options(String[] args) {
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        if (args.length < 4) {
            return GenericOptions.usual(seed);
        }
        return new GenericOptions(seed, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private static void write(Path file, GenericOptions options) throws IOException {
        long begin = System.nanoTime();
        GenericWeights weights = new GenericTraining(options).run(System.out::println);
        byte[] bytes = GenericCodec.write(weights, options.origin());
        Files.write(file, bytes);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d bytes, %.0f s%n",
                file,
                bytes.length,
                (System.nanoTime() - begin) / 1e9);
    }
}
