package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks of a file that a command will write: made before the work, not after it. */
final class OutputFile {
    private OutputFile() {}

    /**
     * @param file may be null, for an output that nobody asked for
     * @param inputs what must not be overwritten
     * @throws UserFaultException if the file cannot be written or is an input
     */
    static void check(Path file, List<Path> inputs) {
        if (file == null) {
            return;
        }
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (Files.isDirectory(absolute) || folder == null || !Files.isWritable(folder)) {
            throw new UserFaultException(
                    file + ": must be a file in a folder that can be written to");
        }
        if (inputs.stream()
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .anyMatch(absolute::equals)) {
            throw new UserFaultException(file + ": must not be the data that is read");
        }
    }
}
