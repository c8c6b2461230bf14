package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Checks of the files that a command will write: made before the work, not after it. */
final class OutputFile {
    private OutputFile() {}

    /**
     * @param inputs what must not be overwritten
     * @param outputs each another file; null is one that nobody asked for
     * @throws UserFaultException if one cannot be written, is an input, or is another one too
     */
    static void check(List<Path> inputs, Path... outputs) throws IOException {
        List<Path> asked = Arrays.stream(outputs).filter(Objects::nonNull).toList();
        for (int k = 0; k < asked.size(); k++) {
            Path file = asked.get(k);
            requirePlace(file);
            if (isAmong(inputs, file)) {
                throw new UserFaultException(file + ": must not be a file that is read");
            }
            if (isAmong(asked.subList(0, k), file)) {
                throw new UserFaultException(file + ": must not be two outputs at once");
            }
        }
    }

    private static void requirePlace(Path file) {
        Path absolute = absolute(file);
        Path folder = absolute.getParent();
        if (Files.isDirectory(absolute) || folder == null || !Files.isWritable(folder)) {
            throw new UserFaultException(
                    file + ": must be a file in a folder that can be written to");
        }
    }

    /** By name, and what exists also by links to the same file. */
    private static boolean isAmong(List<Path> files, Path wanted) throws IOException {
        for (Path file : files) {
            if (absolute(file).equals(absolute(wanted))
                    || (Files.exists(file)
                            && Files.exists(wanted)
                            && Files.isSameFile(file, wanted))) {
                return true;
            }
        }
        return false;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
