package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.publish.KeyFiles;
import io.hindsight.job.options.TrustedKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight keys}: makes the keys by which a job knows whose models it may trust. */
@Command(
        name = "keys",
        description =
                "Make a pair of Ed25519 keys: NAME.key signs what publish releases, NAME.pub is what"
                        + " the job trusts.")
final class KeysCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "NAME",
            description = "Writes NAME.key, for its owner alone, and NAME.pub.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        KeyPair pair;
        try {
            pair = KeyFiles.write(out);
        } catch (FileAlreadyExistsException e) {
            throw new UserFaultException(
                    e.getFile() + ": is there already, and a key is not overwritten", e);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s.key signs (publish --sign %s.key); keep it secret%n%s.pub is for"
                                + " everybody%nthe job trusts it with --trusted-keys %s%n",
                        out, out, out, TrustedKey.text(pair.getPublic()));
        return 0;
    }
}
