package io.hindsight.console.local;

import io.hindsight.console.fault.UserFaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The project's root directory, under which the build has left the class path of each process. The
 * launcher names it in the system property {@value #PROPERTY}; without it, it is searched upwards
 * from the working directory.
 */
public record ProjectHome(Path path) {
    /** The system property that names the root. */
    public static final String PROPERTY = "hindsight.home";

    /** The root by the system property, or the nearest one above the working directory. */
    public static ProjectHome find() {
        String named = System.getProperty(PROPERTY);
        return named == null ? above(Path.of("")) : of(Path.of(named));
    }

    static ProjectHome of(Path named) {
        Path root = named.toAbsolutePath().normalize();
        if (!isRoot(root)) {
            throw new UserFaultException(
                    PROPERTY + " must be the project's root (it holds broker/pom.xml): " + root);
        }
        return new ProjectHome(root);
    }

    static ProjectHome above(Path start) {
        Path from = start.toAbsolutePath().normalize();
        for (Path at = from; at != null; at = at.getParent()) {
            if (isRoot(at)) {
                return new ProjectHome(at);
            }
        }
        throw new UserFaultException(
                "no Hindsight project at or above " + from + ": set -D" + PROPERTY + "=DIRECTORY");
    }

    /** The class path that the build wrote for a module's process. */
    public String classpath(String module) {
        Path file = path.resolve(module).resolve("target").resolve("classpath");
        if (!Files.isRegularFile(file)) {
            throw new UserFaultException("not built yet: " + file + " is missing; run mvn package");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot(Path directory) {
        return Files.isRegularFile(directory.resolve("broker").resolve("pom.xml"));
    }
}
