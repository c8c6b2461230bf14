package io.hindsight.trainer.train;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checkpoints as files of a folder, one for each network. A file is written beside the old one,
 * forced to the disk and then put in its place: whenever the process dies, there is a whole one. A
 * file tells of which data and options it is, and is of no use to a training of others.
 */
public final class CheckpointFolder implements Checkpoints {
    /** What a run's value starts with that is a digest, which says nothing to a person. */
    public static final String DIGEST = "sha256:";

    private static final String UNKNOWN = "unknown";
    private static final String ENDING = ".checkpoint";
    private static final String UNFINISHED = ".tmp";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,99}");

    private final Path folder;
    private final Map<String, String> run;
    private boolean replaces;

    private CheckpointFolder(Path folder, Map<String, String> run, boolean replaces) {
        this.folder = folder;
        this.run = new TreeMap<>(run);
        this.replaces = replaces;
    }

    /**
     * A folder for a training from the beginning. What is in it of another one stays until the
     * first epoch of this one is done.
     *
     * @param run what the training is of, by name: options as they are told to a person, data as
     *     {@link #DIGEST} and a digest
     */
    public static CheckpointFolder fresh(Path folder, Map<String, String> run) {
        return new CheckpointFolder(folder, run, true);
    }

    /**
     * The folder of a training that goes on.
     *
     * @throws CheckpointException if a file in it is damaged, or of other data or options
     */
    public static CheckpointFolder resume(Path folder, Map<String, String> run) {
        CheckpointFolder opened = new CheckpointFolder(folder, run, false);
        opened.networks().forEach(opened::load);
        return opened;
    }

    /** The networks that have a file here, whosever it is. */
    public List<String> networks() {
        return files(ENDING).stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    @Override
    public synchronized Optional<LoopState> load(String network) {
        Path path = path(network);
        if (replaces || !Files.exists(path)) {
            return Optional.empty();
        }
        CheckpointFile file;
        try {
            file = CheckpointFile.read(Files.readAllBytes(path));
        } catch (EOFException e) {
            throw unusable(path, "it ends early", e);
        } catch (IOException e) {
            throw unusable(path, e.getMessage(), e);
        }
        List<String> differences = differences(file.run());
        if (!differences.isEmpty()) {
            throw new CheckpointException(
                    "%s: the training that was stopped had other data or options: %s; resume it with its own, or leave --resume out"
                            .formatted(path, String.join(", ", differences)));
        }
        if (!file.network().equals(network)) {
            throw unusable(path, "it is the checkpoint of the " + file.network(), null);
        }
        return Optional.of(file.state());
    }

    private static CheckpointException unusable(Path path, String why, IOException cause) {
        return new CheckpointException(
                "%s: not a usable checkpoint: %s; leave --resume out to train from the beginning"
                        .formatted(path, why),
                cause);
    }

    private List<String> differences(Map<String, String> stopped) {
        TreeSet<String> names = new TreeSet<>(run.keySet());
        names.addAll(stopped.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String before = stopped.getOrDefault(name, UNKNOWN);
            String now = run.getOrDefault(name, UNKNOWN);
            if (!before.equals(now)) {
                boolean digest = before.startsWith(DIGEST) || now.startsWith(DIGEST);
                differences.add(digest ? name : "%s was %s and is %s".formatted(name, before, now));
            }
        }
        return differences;
    }

    @Override
    public synchronized void save(String network, LoopState state) {
        byte[] bytes = new CheckpointFile(run, network, state).bytes();
        Path path = path(network);
        Path unfinished = folder.resolve(network + UNFINISHED);
        try {
            if (replaces) {
                delete();
                replaces = false;
            }
            Files.createDirectories(folder);
            try (FileChannel out =
                    FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(
                    unfinished,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all checkpoints, and the folder if nothing else is in it. */
    public synchronized void delete() {
        try {
            for (Path file : files(ENDING)) {
                Files.delete(file);
            }
            for (Path file : files(UNFINISHED)) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody else's files stay.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String network) {
        if (!NAME.matcher(network).matches()) {
            throw new IllegalArgumentException(
                    "a network's name must be letters, digits, spaces, _ and -: " + network);
        }
        return folder.resolve(network + ENDING);
    }
}
